package booth.linebot;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.PresignedLinks;
import booth.core.function.NoContext;
import booth.core.job.Job;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class PictureLinksTest {
    private static final String BASE = "https://abcdefghij.execute-api.ap-northeast-1.amazonaws.com";

    private final LineFixture bot = new LineFixture();
    private final Job job = bot.photo("100", Events.alone());
    private Instant now = LineFixture.NOW;

    @AfterEach
    void close() {
        bot.close();
    }

    private PictureLinks signedWith(AwsCredentials credentials) {
        S3Presigner signer = S3Presigner.builder()
                .region(Region.AP_NORTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
        return new PictureLinks(
                new PresignedLinks(
                        signer,
                        "photobooth-jobs-123456789012-ap-northeast-1",
                        "uploads",
                        Duration.ofSeconds(600),
                        Clock.systemUTC()),
                BASE,
                LineFixture.SECRET,
                () -> now);
    }

    @Test
    void aPresignedLinkThatIsShortEnoughLeadsStraightToThePicture() {
        assertThat(signedWith(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret"))
                        .picture(job, 1)
                        .toString())
                .contains("X-Amz-Expires=600")
                .contains(job.keys().picture(1))
                .hasSizeLessThanOrEqualTo(1000);
    }

    /** A role's token has some thousand characters, slashes and pluses among them, which grow threefold in a link. */
    @Test
    void whereARoleSignsTheLinkLeadsOverTheBotAndIsShort() {
        PictureLinks links = signedWith(
                AwsSessionCredentials.create("ASIAIOSFODNN7EXAMPLE", "secret", "IQoJb3JpZ2luX2Vj/+".repeat(55)));

        String link = links.picture(job, 1).toString();

        assertThat(link).startsWith(BASE + "/line/p/").hasSizeLessThan(250);
        assertThat(links.job(tokenOf(link))).contains(job.jobId());
        assertThat(links.open(tokenOf(link), job))
                .contains(job.keys().picture(1))
                .hasSizeGreaterThan(1000);
        assertThat(links.open(tokenOf(links.preview(job, 2).toString()), job)).contains("preview_2.jpeg");
    }

    @Test
    void aLinkWorksForTenMinutesAndNobodyCanMakeOne() {
        PictureLinks links = new PictureLinks(key -> "x".repeat(1001), BASE, LineFixture.SECRET, () -> now);
        String token = tokenOf(links.picture(job, 1).toString());

        now = LineFixture.NOW.plusSeconds(599);
        assertThat(links.job(token)).isPresent();
        assertThat(links.job(token.replace("-photo-1-", "-photo-2-"))).isEmpty();
        assertThat(links.job(token.substring(0, token.length() - 32) + "0".repeat(32)))
                .isEmpty();
        assertThat(links.job("")).isEmpty();
        assertThat(new PictureLinks(key -> key, BASE, "another secret", () -> now).job(token))
                .isEmpty();
        now = LineFixture.NOW.plusSeconds(600);
        assertThat(links.job(token)).isEmpty();
    }

    @Test
    void theBotSendsWhoeverHasALinkOnUntilTheJobIsErased() {
        PictureLinks links = new PictureLinks(
                key -> "https://s3.example/" + "x".repeat(1000) + key, BASE, LineFixture.SECRET, () -> now);
        String token = tokenOf(links.picture(job, 1).toString());

        APIGatewayV2HTTPResponse answer = get(links, token);
        assertThat(answer.getStatusCode()).isEqualTo(302);
        assertThat(answer.getHeaders().get("location")).endsWith(job.keys().picture(1));
        assertThat(answer.getHeaders()).containsEntry("cache-control", "no-store");

        bot.worker().take(Events.text("2", Events.alone(), "delete"));
        assertThat(get(links, token).getStatusCode()).isEqualTo(404);
        assertThat(get(links, "guess").getStatusCode()).isEqualTo(404);
    }

    private APIGatewayV2HTTPResponse get(PictureLinks links, String token) {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRawPath("/line/p/" + token)
                .withRequestContext(RequestContext.builder()
                        .withRouteKey("GET /line/p/{token}")
                        .build())
                .build();
        return new WebhookHandler(new Webhook(LineFixture.SECRET, (chat, id, body) -> {}), bot.store, links)
                .handleRequest(event, NoContext.get());
    }

    private static String tokenOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
