package booth.garden.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.garden.api.GardenFixture.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRoutesTest {
    private final GardenFixture garden = new GardenFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emotions/happy/img_20261122-093000_1h.jpeg",
                "emotions/happy/spring,sunny,day/img_20261122-093000_1v.jpeg",
                "imgPool/happy/a.jpeg",
                "imgPool/happy/spring,sunny,day/a.jpeg",
                "display/zone1/img8v.jpeg"
            })
    void theUrlOfAPictureLeadsToIt(String key) {
        Reply reply = garden.get("/" + key);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.headers().get("location")).isEqualTo("https://pictures.example/" + key + "?signed");
        assertThat(reply.headers().get("cache-control")).isEqualTo("private, max-age=300");
    }

    @Test
    void aPathIsTheSameDecodedOrNot() {
        String link = "https://pictures.example/emotions/행복/정원 하나.jpeg?signed";
        assertThat(garden.get("/emotions/행복/정원 하나.jpeg").headers().get("location"))
                .isEqualTo(link);
        assertThat(garden.get("/emotions/%ED%96%89%EB%B3%B5/%EC%A0%95%EC%9B%90%20%ED%95%98%EB%82%98.jpeg")
                        .headers()
                        .get("location"))
                .isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/emotions/../profile.jpeg",
                "/emotions/%2E%2E/likes.jpeg",
                "/emotions/a%2F..%2Fb/c.jpeg",
                "/emotions/happy/a.png",
                "/emotions/happy/%zz.jpeg",
                "/display/zone1/img9h.jpeg",
                "/display/ZONE/img1h.jpeg"
            })
    void noOtherObjectIsLinked(String path) {
        Reply reply = garden.get(path);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("NOT_A_PICTURE");
    }

    @Test
    void thePageShowsThePictureAndWhomItIsOwedTo() {
        Reply reply = garden.get("/image?content=emotions/happy/a.jpeg");
        assertThat(reply.headers().get("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.headers().get("content-security-policy")).startsWith("default-src 'none'");
        assertThat(reply.body())
                .contains("<img src=\"/emotions/happy/a.jpeg\"")
                .contains("CreativeML Open RAIL++-M licence");
    }

    @Test
    void thePageEscapesWhatItIsGiven() {
        Reply reply = garden.get("/image?content=emotions/happy/a' onload='alert(1);.jpeg");
        assertThat(reply.body())
                .contains("<title>emotions/happy/a&#39; onload=&#39;alert(1);.jpeg</title>")
                .doesNotContain("' onload='");
        assertThat(garden.get("/image?content=\"><script>alert(1)</script>").status())
                .isEqualTo(400);
        assertThat(ImagePage.escaped("<a href=\"&\">")).isEqualTo("&lt;a href=&quot;&amp;&quot;&gt;");
        assertThat(garden.get("/image").code()).isEqualTo("INVALID_CONTENT");
    }
}
