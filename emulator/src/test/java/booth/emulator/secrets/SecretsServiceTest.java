package booth.emulator.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestAccount;
import booth.emulator.wire.Json;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsServiceTest {
    private static final String FIRST = "{'SecretId': 'chat', 'VersionStage': 'AWSPREVIOUS'}";

    @TempDir
    private Path folder;

    private SecretsService service = new SecretsService(new Secrets(Path.of(""), TestAccount.LOCAL));

    @BeforeEach
    void open() {
        service = new SecretsService(new Secrets(folder, TestAccount.LOCAL));
    }

    @Test
    void aSecretIsFoundByItsNameItsArnAndMostOfItsArn() {
        String arn = call("CreateSecret", "{'Name': 'chat', 'SecretString': 'one'}")
                .path("ARN")
                .asText();

        assertThat(arn).matches("arn:aws:secretsmanager:us-east-1:000000000000:secret:chat-\\w{6}");
        assertThat(value("chat")).isEqualTo("one");
        assertThat(value(arn)).isEqualTo("one");
        assertThat(value(arn.substring(0, arn.length() - 7))).isEqualTo("one");
    }

    @Test
    void aNewValueBecomesCurrentAndTheOldOnePrevious() {
        call("CreateSecret", "{'Name': 'chat', 'SecretString': 'one'}");
        call("PutSecretValue", "{'SecretId': 'chat', 'SecretString': 'two'}");

        assertThat(value("chat")).isEqualTo("two");
        assertThat(call("GetSecretValue", FIRST).path("SecretString").asText()).isEqualTo("one");
        call("PutSecretValue", "{'SecretId': 'chat', 'SecretBinary': 'AAAA'}");
        assertThat(call("GetSecretValue", FIRST).path("SecretString").asText()).isEqualTo("two");
        assertThat(call("GetSecretValue", "{'SecretId': 'chat'}")
                        .path("SecretBinary")
                        .asText())
                .isEqualTo("AAAA");
        assertThat(call("DescribeSecret", "{'SecretId': 'chat'}").path("VersionIdsToStages"))
                .hasSize(2);
    }

    @Test
    void whatIsKeptOutlivesTheProcessInAFileOfItsOwners() throws Exception {
        call("CreateSecret", "{'Name': 'chat', 'SecretString': 'one', 'Description': 'of the bot'}");
        open();

        assertThat(value("chat")).isEqualTo("one");
        assertThat(call("DescribeSecret", "{'SecretId': 'chat'}")
                        .path("Description")
                        .asText())
                .isEqualTo("of the bot");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theSameCallAgainIsOneAndAnotherIsRefused() {
        String call = "{'Name': 'chat', 'SecretString': 'one', 'ClientRequestToken': 'token'}";
        assertThat(call("CreateSecret", call)).isEqualTo(call("CreateSecret", call));

        refused("CreateSecret", call.replace("one", "two"), "ResourceExistsException", "chat already exists");
        refused(
                "PutSecretValue",
                "{'SecretId': 'chat', 'SecretString': 'two', 'ClientRequestToken': 'token'}",
                "ResourceExistsException",
                "already in use");
    }

    @Test
    void aDeletedSecretCanBeHadBackAndOneThatIsDeletedAtOnceCannot() {
        call("CreateSecret", "{'Name': 'chat', 'SecretString': 'one'}");
        call("DeleteSecret", "{'SecretId': 'chat'}");
        refused("GetSecretValue", "{'SecretId': 'chat'}", "InvalidRequestException", "marked for deletion");
        assertThat(call("ListSecrets", "{}").path("SecretList")).isEmpty();

        call("RestoreSecret", "{'SecretId': 'chat'}");
        assertThat(value("chat")).isEqualTo("one");

        call("DeleteSecret", "{'SecretId': 'chat', 'ForceDeleteWithoutRecovery': true}");
        refused(
                "GetSecretValue",
                "{'SecretId': 'chat'}",
                "ResourceNotFoundException",
                "can't find the specified secret");
    }

    @Test
    void theListComesInPagesAndHoldsNoValues() {
        IntStream.range(0, 3).forEach(i -> call("CreateSecret", "{'Name': 'chat" + i + "', 'SecretString': 'hidden'}"));

        JsonNode first = call("ListSecrets", "{'MaxResults': 2}");
        JsonNode second = call(
                "ListSecrets",
                "{'MaxResults': 2, 'NextToken': '" + first.path("NextToken").asText() + "'}");

        assertThat(first.path("SecretList").findValuesAsText("Name")).containsExactly("chat0", "chat1");
        assertThat(second.path("SecretList").findValuesAsText("Name")).containsExactly("chat2");
        assertThat(second.has("NextToken")).isFalse();
        assertThat(first.toString()).doesNotContain("hidden");
    }

    @Test
    void refusalsAreWordedAsByAws() {
        refused(
                "GetSecretValue",
                "{'SecretId': 'chat'}",
                "ResourceNotFoundException",
                "can't find the specified secret.");
        refused("CreateSecret", "{'Name': 'a b'}", "ValidationException", "Invalid name");
        call("CreateSecret", "{'Name': 'chat'}");
        refused("GetSecretValue", "{'SecretId': 'chat'}", "ResourceNotFoundException", "staging label: AWSCURRENT");
        refused("PutSecretValue", "{'SecretId': 'chat'}", "InvalidParameterException", "SecretString or SecretBinary");
        refused("RotateSecret", "{'SecretId': 'chat'}", "UnknownOperationException", "RotateSecret");
    }

    @Test
    void aDamagedFileIsSetAsideAndSecretsCanBeMadeAnew() throws Exception {
        call("CreateSecret", "{'Name': 'chat', 'SecretString': 'one'}");
        Files.writeString(folder.resolve("secrets.json"), "{\"secrets\": [{\"arn\"");

        open();

        assertThat(call("ListSecrets", "{}").path("SecretList")).isEmpty();
        call("CreateSecret", "{'Name': 'chat', 'SecretString': 'two'}");
        assertThat(value("chat")).isEqualTo("two");
        assertThat(folder.resolve("secrets.json.damaged")).hasContent("{\"secrets\": [{\"arn\"");
    }

    /** A process that was killed while it wrote may have left a draft that everybody can read. */
    @Test
    void whatAKilledWriteLeftIsNotWrittenTo() throws Exception {
        Path draft = Files.writeString(folder.resolve("secrets.json.draft"), "half");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));

        call("CreateSecret", "{'Name': 'chat', 'SecretString': 'one'}");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.json"))))
                .isEqualTo("rw-------");
        assertThat(draft).doesNotExist();
    }

    /** A crowd at once: none of the values is lost on the way to the disk. */
    @Test
    void aCrowdThatMakesSecretsAtOnceFindsThemAll() {
        IntStream.range(0, 50)
                .parallel()
                .forEach(i -> call("CreateSecret", "{'Name': 'chat" + i + "', 'SecretString': 'one'}"));
        open();

        assertThat(call("ListSecrets", "{}").path("SecretList")).hasSize(50);
    }

    private String value(String id) {
        return call("GetSecretValue", "{'SecretId': '" + id + "'}")
                .path("SecretString")
                .asText();
    }

    private void refused(String action, String input, String code, String words) {
        assertThatThrownBy(() -> call(action, input))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    private JsonNode call(String action, String input) {
        try {
            return service.call(action, Json.MAPPER.readTree(input.replace('\'', '"')));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
