package booth.callback;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** HTTP. Follows no redirect, keeps no cookies, and of the answer reads the head alone. */
final class HttpWebhookClient implements WebhookClient {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final int GONE = 410;

    private final CloseableHttpClient client;

    /** @param resolver says where a name leads, and refuses where no webhook may go */
    HttpWebhookClient(DnsResolver resolver) {
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(ANSWER)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                .setUserAgent("photo-booth-webhooks/1")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    @Override
    public Outcome send(URI to, Map<String, String> headers, byte[] json) {
        ClassicRequestBuilder post = ClassicRequestBuilder.post(to).setEntity(json, ContentType.APPLICATION_JSON);
        headers.forEach(post::setHeader);
        ClassicHttpRequest request = post.build();
        try (ClassicHttpResponse answer = client.executeOpen(RoutingSupport.determineHost(request), request, null)) {
            return outcome(answer.getCode(), answer.getFirstHeader(HttpHeaders.RETRY_AFTER));
        } catch (PublicAddresses.NotPublic e) {
            return new Outcome.Never(String.valueOf(e.getMessage()));
        } catch (IOException | HttpException e) {
            return new Outcome.Later(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static Outcome outcome(int status, @Nullable Header retryAfter) {
        if (status >= 200 && status < 300) return new Outcome.Taken();
        String why = "The booth's address answered " + status + ".";
        return status == GONE ? new Outcome.Never(why) : new Outcome.Later(why, wait(retryAfter));
    }

    /** Only in seconds; a date is as good as none, the usual time is waited then. */
    private static Duration wait(@Nullable Header retryAfter) {
        if (retryAfter == null || !retryAfter.getValue().matches("\\d{1,6}")) return Duration.ZERO;
        return Duration.ofSeconds(Long.parseLong(retryAfter.getValue()));
    }
}
