package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Whether AWS takes the credentials, and whose they are. That anybody may ask. */
final class CredentialsCheck {
    private static final String CHECK = "credentials";

    private final AwsConnection connection;

    CredentialsCheck(AwsConnection connection) {
        this.connection = connection;
    }

    /** Empty where they are not taken: then nothing else is worth looking at. */
    Optional<Caller> look(Consumer<Finding> told) {
        try (StsClient sts = connection.client("sts", StsClient.builder())) {
            GetCallerIdentityResponse identity = sts.getCallerIdentity();
            Caller caller = new Caller(
                    identity.account(),
                    identity.arn(),
                    sts.serviceClientConfiguration().region().id());
            told.accept(
                    Finding.ok(CHECK, caller.arn() + ", account " + caller.account() + ", region " + caller.region()));
            return Optional.of(caller);
        } catch (SdkException e) {
            told.accept(Finding.fail(CHECK, why(e), remedy(e)));
            return Optional.empty();
        }
    }

    private static String why(SdkException e) {
        return e instanceof AwsServiceException answer ? Look.sentence(answer) : Look.firstLine(e);
    }

    private static String remedy(SdkException e) {
        return why(e).contains("region")
                ? "name the region (--region), or set AWS_REGION"
                : "sign in (aws sso login), name a profile (--profile), or set AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY";
    }
}
