package booth.emulator.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.profiles.ProfileFile;

class ProfileFilesTest {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    @TempDir
    private Path folder;

    @Test
    void eachFolderHasKeysOfItsOwnInAwssForm() {
        Account one = account("one");
        Account other = account("other");

        assertThat(one.accessKey()).matches("AKIA[A-Z2-7]{16}").isNotEqualTo(other.accessKey());
        assertThat(one.secretKey()).matches("[A-Za-z0-9/+]{40}").isNotEqualTo(other.secretKey());
    }

    @Test
    void theyAreKept() {
        assertThat(account("one")).isEqualTo(account("one"));
    }

    @Test
    void aCrowdThatStartsAtOnceAgreesOnThem() {
        List<Account> crowd = IntStream.range(0, 32)
                .parallel()
                .mapToObj(one -> account("crowd"))
                .toList();

        assertThat(crowd).containsOnly(account("crowd"));
        assertThat(folder.resolve("crowd/aws")).isDirectoryContaining("glob:**/credentials");
        assertThat(folder.resolve("crowd/aws")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void whatAKilledStartLeftBehindIsNobodysKeys() throws Exception {
        ProfileFiles files = ProfileFiles.in(folder);
        Files.createDirectories(files.folder());
        Files.writeString(files.folder().resolve("credentials123.new"), "[default]\naws_access_");

        assertThat(account("").accessKey()).startsWith("AKIA");
    }

    @Test
    void nobodyElseCanReadThem() throws Exception {
        account("one");
        ProfileFiles files = ProfileFiles.in(folder.resolve("one"));
        files.write(account("one"), Map.of("", URI.create("http://127.0.0.1:4700")));

        assertThat(Files.getPosixFilePermissions(files.credentials())).isEqualTo(OWNER);
        assertThat(Files.getPosixFilePermissions(files.config())).isEqualTo(OWNER);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void filesThatOthersCouldReadAreClosedAgain() throws Exception {
        Account before = account("one");
        Path credentials = ProfileFiles.in(folder.resolve("one")).credentials();
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(account("one")).isEqualTo(before);

        assertThat(Files.getPosixFilePermissions(credentials)).isEqualTo(OWNER);
    }

    @Test
    void awssToolsReadThem() {
        ProfileFiles files = ProfileFiles.in(folder);
        Account account = account("");
        files.write(account, Map.of("", URI.create("http://127.0.0.1:1"), "s3", URI.create("http://127.0.0.1:2")));

        ProfileFile config = ProfileFile.builder()
                .content(files.config())
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
        assertThat(config.profile("default").orElseThrow().properties())
                .containsEntry("region", "us-east-1")
                .containsEntry("endpoint_url", "http://127.0.0.1:1");
        assertThat(files.config())
                .content()
                .contains("services = here\n", "[services here]\ns3 =\n  endpoint_url = http://127.0.0.1:2\n");
        assertThat(files.find("1", "r")).contains(new Account("1", "r", account.accessKey(), account.secretKey()));
    }

    @Test
    void keysThatAreGivenTakeTheirPlace() {
        ProfileFiles files = ProfileFiles.in(folder);
        account("");
        Account given = new Account("000000000000", "us-east-1", "me", "no secret");

        files.write(given, Map.of());

        assertThat(files.find("000000000000", "us-east-1")).contains(given);
    }

    @Test
    void aFileWithoutKeysIsNamedAndNotOverwritten() throws Exception {
        Path file = ProfileFiles.in(folder).credentials();
        Files.createDirectories(ProfileFiles.in(folder).folder());
        Files.writeString(file, "[default]\nregion = us-east-1\n");

        assertThatThrownBy(() -> account(""))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete");
    }

    @Test
    void theSecretIsNotPrinted() {
        Account account = account("");

        assertThat(account.toString()).contains(account.accessKey()).doesNotContain(account.secretKey());
    }

    private Account account(String name) {
        return ProfileFiles.in(folder.resolve(name)).account("000000000000", "us-east-1");
    }
}
