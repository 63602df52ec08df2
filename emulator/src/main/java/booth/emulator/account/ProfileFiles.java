package booth.emulator.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The keys of an account on this machine, and where it answers, in the two files in which AWS's tools look for both. They
 * are made at random at the first start and kept: nobody but the user of this machine who started it can read them.
 */
public record ProfileFiles(Path folder) {
    private static final String KEY_ID = "aws_access_key_id";
    private static final String SECRET = "aws_secret_access_key";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_ID_LETTERS = 16;
    private static final int SECRET_BYTES = 30; // forty characters in base64, as AWS has them
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param data where a cloud keeps its data */
    public static ProfileFiles in(Path data) {
        return new ProfileFiles(data.resolve("aws"));
    }

    /** {@code AWS_SHARED_CREDENTIALS_FILE}. */
    public Path credentials() {
        return folder.resolve("credentials");
    }

    /** {@code AWS_CONFIG_FILE}. */
    public Path config() {
        return folder.resolve("config");
    }

    /** The account with the keys that are kept, if there are any yet. */
    public Optional<Account> find(String id, String region) {
        if (!Files.exists(credentials())) return Optional.empty();
        Profile profile = read();
        return Optional.of(new Account(id, region, property(profile, KEY_ID), property(profile, SECRET)));
    }

    /** The account with the keys that are kept; they are made if there are none yet. */
    public Account account(String id, String region) {
        Optional<Account> kept = find(id, region);
        if (kept.isPresent()) {
            if (isLoose(credentials())) write(credentials(), text(kept.get()));
            return kept.get();
        }
        return make(new Account(id, region, keyId(), secret()));
    }

    /** Of several that make keys at the same moment one is first, and all have its keys. */
    private Account make(Account account) {
        Path made = written(credentials(), text(account));
        try {
            Files.createLink(credentials(), made);
            Files.delete(made);
            return account;
        } catch (FileAlreadyExistsException e) {
            discard(made);
            return find(account.id(), account.region()).orElseThrow(this::unreadable);
        } catch (IOException | UnsupportedOperationException e) { // no links on this file system
            replace(credentials(), made);
            return account;
        }
    }

    /**
     * Says which keys the account has and where it answers.
     *
     * @param endpoints of services by the names that AWS's files have for them; under {@code ""} that of all others
     */
    public void write(Account account, Map<String, URI> endpoints) {
        if (find(account.id(), account.region()).filter(account::equals).isEmpty()) write(credentials(), text(account));
        StringBuilder config = new StringBuilder("[default]\nregion = " + account.region() + "\nservices = here\n");
        Optional.ofNullable(endpoints.get("")).ifPresent(url -> config.append("endpoint_url = " + url + "\n"));
        config.append("\n[services here]\n");
        endpoints.forEach((service, url) -> {
            if (!service.isEmpty()) config.append(service + " =\n  endpoint_url = " + url + "\n");
        });
        write(config(), config.toString());
    }

    private Profile read() {
        try {
            return ProfileFile.builder()
                    .content(credentials())
                    .type(ProfileFile.Type.CREDENTIALS)
                    .build()
                    .profile("default")
                    .orElseThrow(this::unreadable);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private String property(Profile profile, String name) {
        return profile.property(name).filter(value -> !value.isBlank()).orElseThrow(this::unreadable);
    }

    private IllegalStateException unreadable() {
        return new IllegalStateException("There are no keys in " + credentials().toAbsolutePath()
                + "; delete the file, and new ones are made at the next start.");
    }

    private static String text(Account account) {
        return "[default]\n" + KEY_ID + " = " + account.accessKey() + "\n" + SECRET + " = " + account.secretKey()
                + "\n";
    }

    private static String keyId() {
        StringBuilder id = new StringBuilder("AKIA");
        for (int i = 0; i < KEY_ID_LETTERS; i++) id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return id.toString();
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void write(Path file, String text) {
        replace(file, written(file, text));
    }

    /** Beside the file that it is to become: whole or not at all, and never readable by others, not even for a moment. */
    private Path written(Path file, String text) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectories(folder, only("rwx------"));
            }
            Path made = Files.createTempFile(folder, file.getFileName().toString(), ".new", only("rw-------"));
            return Files.writeString(made, text);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void replace(Path file, Path made) {
        try {
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void discard(Path made) {
        try {
            Files.delete(made);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UncheckedIOException unwritable(IOException cause) {
        return new UncheckedIOException("The account's keys cannot be kept in " + folder.toAbsolutePath(), cause);
    }

    private boolean isLoose(Path file) {
        try {
            return posix()
                    && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                            .endsWith("------");
        } catch (IOException e) {
            throw new UncheckedIOException("The account's keys cannot be read from " + file.toAbsolutePath(), e);
        }
    }

    private FileAttribute<?>[] only(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
