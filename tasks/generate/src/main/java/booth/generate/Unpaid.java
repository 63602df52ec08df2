package booth.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelNotReadyException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;

/**
 * Which errors of a call prove that the model has painted nothing. Only after such a one may another place be asked at
 * once: whoever loses an answer on its way pays all the same.
 */
final class Unpaid {
    private static final Set<Integer> TURNED_AWAY = Set.of(429, 503); // throttled; no room, before any work was begun

    private Unpaid() {}

    /** @param error of a call; any other than the client's own is what the model itself gave as its reason */
    static boolean isProvenBy(Throwable error) {
        if (error instanceof AwsServiceException answer) return saysSo(answer);
        if (error instanceof SdkClientException) return neverSent(error);
        return !(error instanceof IOException || error instanceof UncheckedIOException);
    }

    /** A model that stumbled has no picture either; a 408, 500, 502 or 504 may be about one that is being painted. */
    private static boolean saysSo(AwsServiceException answer) {
        if (answer instanceof software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException endpoint)
            return SageMakerEndpoint.stumbled(endpoint);
        return answer.isThrottlingException()
                || TURNED_AWAY.contains(answer.statusCode())
                || answer instanceof ModelNotReadyException
                || answer instanceof ModelErrorException
                || answer instanceof ServiceQuotaExceededException;
    }

    /** No connection came about; or it did not even come to that, for want of credentials, say. */
    private static boolean neverSent(Throwable error) {
        if (error instanceof ApiCallAttemptTimeoutException) return false;
        Optional<IOException> broken = causes(error)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .reduce((outer, inner) -> inner);
        return broken.map(Unpaid::beforeTheRequest).orElse(true);
    }

    private static boolean beforeTheRequest(IOException broken) {
        return broken instanceof ConnectException
                || broken instanceof UnknownHostException
                || broken instanceof NoRouteToHostException
                || broken instanceof SSLHandshakeException
                || (broken instanceof SocketTimeoutException && duringConnect(broken.getMessage()));
    }

    /** The JDK has one exception for both time-outs; of the other it says "Read timed out". */
    private static boolean duringConnect(@Nullable String message) {
        return message != null && message.toLowerCase(Locale.ROOT).startsWith("connect");
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }
}
