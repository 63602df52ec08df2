package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** Whether {@code cdk bootstrap} has prepared the account and region, and recently enough. */
final class BootstrapCheck {
    private static final Look LOOK = new Look("bootstrap", "ssm:GetParameter");
    private static final String PARAMETER = "/cdk-bootstrap/hnb659fds/version";

    /** What the synthesized stack asks for: {@code requiresBootstrapStackVersion} in its {@code manifest.json}. */
    private static final int NEEDED = 6;

    private final AwsConnection connection;

    BootstrapCheck(AwsConnection connection) {
        this.connection = connection;
    }

    List<Finding> look(Caller caller) {
        String remedy = "npx aws-cdk bootstrap aws://" + caller.account() + "/" + caller.region();
        return LOOK.at(() -> {
            try (SsmClient parameters = connection.client("ssm", SsmClient.builder())) {
                String version = parameters
                        .getParameter(get -> get.name(PARAMETER))
                        .parameter()
                        .value();
                if (version.matches("\\d{1,9}") && Integer.parseInt(version) >= NEEDED)
                    return List.of(Finding.ok(LOOK.check(), "version " + version + ", " + NEEDED + " is needed"));
                return List.of(
                        Finding.fail(LOOK.check(), "version " + version + ", but " + NEEDED + " is needed", remedy));
            } catch (ParameterNotFoundException e) {
                return List.of(Finding.fail(
                        LOOK.check(),
                        "the CDK has never been set up in " + caller.region() + " of this account",
                        remedy));
            }
        });
    }
}
