package booth.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages of other origins may do with a bucket. */
class PagesTest extends OnS3 {
    PagesTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void aPageMayDoWhatTheBucketsRulesSay() throws Exception {
        allow(List.of("*"), "PUT");

        HttpResponse<String> answer = askBeforehand("http://booth.example", "PUT");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).contains("content-type");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("60");
        HttpResponse<String> put = putFrom("http://booth.example");
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    }

    @Test
    void aPageOfAnOriginOrWithAMethodThatNoRuleNamesMayNot() throws Exception {
        allow(List.of("https://booth.example", "http://*.fair.example"), "GET");

        assertThat(askBeforehand("https://booth.example", "GET").headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://booth.example");
        assertThat(askBeforehand("http://hall.fair.example", "GET").statusCode())
                .isEqualTo(200);
        for (HttpResponse<String> refused : List.of(
                askBeforehand("https://booth.example", "PUT"),
                askBeforehand("https://evil.example", "GET"),
                putFrom("https://booth.example"),
                putFrom("null"))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("CORSResponse: This CORS request is not allowed");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        assertThat(events).isEmpty();
    }

    @Test
    void theCloudsOwnPagesNeedNoRule() throws Exception {
        assertThat(putFrom("http://127.0.0.1:" + server.port()).statusCode()).isEqualTo(200);
        assertThat(putFrom("http://127.0.0.1:1").statusCode()).isEqualTo(403);
    }

    private void allow(List<String> origins, String method) {
        server.allowPages(
                BUCKET, List.of(new CorsRule(origins, List.of(method), List.of("*"), List.of(), Optional.of(60))));
    }

    private HttpResponse<String> askBeforehand(String origin, String method) throws Exception {
        HttpRequest preflight = HttpRequest.newBuilder(presigned("photo/1/face.jpg"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        return browser.send(preflight, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> putFrom(String origin) throws Exception {
        HttpRequest put = HttpRequest.newBuilder(presigned("photo/1/face.jpg"))
                .header("Origin", origin)
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(PHOTO))
                .build();
        return browser.send(put, HttpResponse.BodyHandlers.ofString());
    }
}
