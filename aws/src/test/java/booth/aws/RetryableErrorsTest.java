package booth.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

class RetryableErrorsTest {
    @Test
    void whatWorksIsPassedOn() {
        assertThat(RetryableErrors.<String>asBusy(() -> "fine")).isEqualTo("fine");
    }

    @ParameterizedTest
    @CsvSource({"503, SlowDown", "500, InternalError", "400, ThrottlingException", "429, Whatever"})
    void throttlingAndOutagesAreBusy(int status, String code) {
        assertBusy(answer(status, code));
    }

    @Test
    void noAnswerAtAllIsBusy() {
        assertBusy(ApiCallAttemptTimeoutException.create(5000));
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied", "404, NoSuchBucket", "400, ValidationException"})
    void whatWillNotPassRisesAsItIs(int status, String code) {
        SdkException error = answer(status, code);

        assertThatThrownBy(() -> RetryableErrors.asBusy(() -> fail(error))).isSameAs(error);
    }

    @Test
    void connectionThatBreaksUnderTheSdkIsBusy() {
        assertBusy(new UncheckedIOException(new IOException("Unexpected end of file from server")));
    }

    private static void assertBusy(RuntimeException error) {
        assertThatThrownBy(() -> RetryableErrors.asBusy(() -> fail(error)))
                .isInstanceOf(Busy.class)
                .hasCause(error);
    }

    private static String fail(RuntimeException error) {
        throw error;
    }

    private static SdkException answer(int status, String code) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
