package booth.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestClients;
import booth.emulator.template.Unsupported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Dynamic references: templates name secrets, functions get them. */
class SecretsOfTemplatesTest {
    private static final String ARN = "arn:aws:secretsmanager:eu-north-1:123456789012:secret:chat-AbCdEf";
    private static final String TEMPLATE = """
            {"Resources": {"Door": {"Type": "AWS::Lambda::Function", "Properties": {
               "Handler": "booth.emulator.SmallHandlers$Door", "Runtime": "java25",
               "Environment": {"Variables": {
                 "TOKEN": "{{resolve:secretsmanager:%s:SecretString:token::}}"}}}}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aFunctionGetsTheSecretThatItsTemplateNames() throws Exception {
        try (EmbeddedCloud cloud = start(ARN, Map.of(ARN, "{\"token\": \"t0ken$1\"}"))) {
            assertThat(token(cloud)).isEqualTo("t0ken$1");
        }
    }

    @Test
    void aSecretIsMadeOnceAndStaysWhatItIs() throws Exception {
        start("chat", Map.of("chat", "{\"token\": \"first\"}")).close();

        try (EmbeddedCloud cloud = start("chat", Map.of("chat", "{\"token\": \"second\"}"))) {
            assertThat(token(cloud)).isEqualTo("first");
        }
        try (EmbeddedCloud cloud = start("chat", Map.of())) {
            assertThat(token(cloud)).isEqualTo("first");
        }
    }

    @Test
    void whoReadsTheTemplateReadsNoSecretAndNoOtherUserReadsTheFile() throws Exception {
        try (EmbeddedCloud cloud = start("chat", Map.of("chat", "{\"token\": \"hidden-value\"}"));
                CloudFormationClient stacks = TestClients.of(
                        CloudFormationClient.builder(),
                        cloud.endpoint("cloudformation").getPort())) {
            assertThat(stacks.getTemplate(of -> of.stackName("Chat")).templateBody())
                    .contains("{{resolve:secretsmanager:chat")
                    .doesNotContain("hidden-value");
        }
        assertThat(holders("hidden-value"))
                .allSatisfy(
                        file -> assertThat(Files.getPosixFilePermissions(file)).hasSize(2))
                .hasSize(1);
    }

    @Test
    void aMissingSecretIsNamedWithTheRemedy() {
        assertThatThrownBy(() -> start(ARN, Map.of()))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("Door (AWS::Lambda::Function)")
                .hasMessageContaining(ARN)
                .hasMessageContaining("aws secretsmanager create-secret");
        assertThatThrownBy(() -> start("chat", Map.of("chat", "{\"key\": \"k\"}")))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("chat has no field token");
        assertThatThrownBy(() -> start("other", Map.of("other", "no JSON, but hidden")))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("other is no JSON")
                .hasMessageNotContaining("hidden");
    }

    private List<Path> holders(String text) throws IOException {
        List<Path> holders = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) holders.add(file);
        }
        return holders;
    }

    private static String token(EmbeddedCloud cloud) {
        try (LambdaClient lambda =
                TestClients.of(LambdaClient.builder(), cloud.endpoint("lambda").getPort())) {
            return lambda.getFunctionConfiguration(get -> get.functionName("Chat-Door"))
                    .environment()
                    .variables()
                    .getOrDefault("TOKEN", "");
        }
    }

    private EmbeddedCloud start(String named, Map<String, String> secrets) throws Exception {
        Path file = Files.writeString(folder.resolve("Chat.template.json"), TEMPLATE.formatted(named));
        return EmbeddedCloud.start(
                TestSettings.of(file, folder.resolve("data"), 0, false).withSecrets(secrets),
                AddedServices.NONE,
                Front.NONE);
    }
}
