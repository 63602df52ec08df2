package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import booth.emulator.account.Account;
import booth.emulator.account.TestAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The cloud is its owner's alone: no other program's keys. */
class WrongKeysTest extends OnSmallCloud {
    private static final Account UNKNOWN = new Account("000000000000", "us-east-1", "AKIANOBODY", "test-secret");

    private static final Account GUESSED = new Account("000000000000", "us-east-1", "test", "a guess");

    @ParameterizedTest
    @EnumSource(Service.class)
    void whoHasNoKeyOrAnotherSecretIsRefusedByAwssNames(Service service) {
        assertRefused(service, port());
    }

    @Test
    void thePortsOfTheirOwnRefuseThemToo() {
        assertRefused(Service.SQS, cloud.endpoint("sqs").getPort());
        assertRefused(Service.S3, cloud.endpoint("s3").getPort());
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LAMBDA", "CONNECTIONS"})
    void theOwnerIsLetIn(Service service) {
        assertThatCode(() -> service.call(TestAccount.LOCAL, port())).doesNotThrowAnyException();
    }

    @Test
    void theOwnerReachesFunctionsAndConnections() {
        assertThatCode(() -> Service.LAMBDA.call(TestAccount.LOCAL, port())).doesNotThrowAnyException();
        AwsServiceException gone = catchThrowableOfType(
                AwsServiceException.class, () -> Service.CONNECTIONS.call(TestAccount.LOCAL, port()));
        assertThat(gone.statusCode()).isEqualTo(410);
    }

    private static void assertRefused(Service service, int port) {
        AwsServiceException unknown =
                catchThrowableOfType(AwsServiceException.class, () -> service.call(UNKNOWN, port));
        AwsServiceException guessed =
                catchThrowableOfType(AwsServiceException.class, () -> service.call(GUESSED, port));

        assertThat(unknown).isNotNull();
        assertThat(unknown.awsErrorDetails().errorCode()).isEqualTo(service.unknownKey);
        assertThat(unknown.statusCode()).isEqualTo(service.status);
        assertThat(guessed).isNotNull();
        assertThat(guessed.awsErrorDetails().errorCode()).isEqualTo(service.wrongSecret);
        assertThat(guessed.statusCode()).isEqualTo(service.status);
    }
}
