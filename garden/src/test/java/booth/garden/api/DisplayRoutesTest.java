package booth.garden.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.garden.api.GardenFixture.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisplayRoutesTest {
    private static final String PICTURE = "emotions/happy/img_20261122-093000_1h.jpeg";

    private final GardenFixture garden = new GardenFixture();

    private Reply update(String body) {
        return garden.post("/updateDisplay", garden.key(), body);
    }

    @Test
    void sixteenPicturesHangInAZone() {
        List<String> pictures = IntStream.rangeClosed(1, 16)
                .mapToObj(i -> "emotions/happy/img_20261122-093000_" + i + "h.jpeg")
                .toList();
        garden.put(pictures.toArray(String[]::new));

        Reply reply = update("{\"zone\":\"zone1\",\"landscape\":" + list(pictures.subList(0, 8)) + ",\"portrait\":"
                + list(pictures.subList(8, 16)) + "}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("sucess");
        assertThat(garden.garden.list("display/zone1/"))
                .extracting(entry -> entry.key())
                .hasSize(16)
                .contains("display/zone1/img1h.jpeg", "display/zone1/img8v.jpeg");
    }

    private static String list(List<String> keys) {
        return keys.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void placesOfWhichNothingIsSaidKeepTheirPictures() {
        garden.put(PICTURE);
        garden.garden.write("display/zone1/img1h.jpeg", new byte[] {7});
        garden.garden.write("display/zone1/img1v.jpeg", new byte[] {7});

        update("{\"zone\":\"zone1\",\"landscape\":[\"\",\"" + PICTURE + "\"]}");

        assertThat(garden.garden.read("display/zone1/img1h.jpeg")).containsExactly(7);
        assertThat(garden.garden.read("display/zone1/img1v.jpeg")).containsExactly(7);
        assertThat(garden.garden.exists("display/zone1/img2h.jpeg")).isTrue();
    }

    @Test
    void nothingAtAllIsAnUpdateToo() {
        assertThat(update("{\"zone\":\"zone1\"}").body()).isEqualTo("sucess");
    }

    @Test
    void aPictureMayBeNamedByItsUrl() {
        garden.put("emotions/행복/정원 하나.jpeg");
        update(
                "{\"zone\":\"zone2\",\"portrait\":"
                        + "[\"https://cdn.example/emotions/%ED%96%89%EB%B3%B5/%EC%A0%95%EC%9B%90%20%ED%95%98%EB%82%98.jpeg?x=1\"]}");
        assertThat(garden.garden.exists("display/zone2/img1v.jpeg")).isTrue();
    }

    @Test
    void aPictureThatIsNotThereHangsNothingUp() {
        garden.put(PICTURE);
        Reply reply = update("{\"zone\":\"zone1\",\"landscape\":[\"" + PICTURE + "\"],\"portrait\":"
                + "[\"emotions/happy/gone.jpeg\"]}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NO_SUCH_PICTURE");
        assertThat(garden.garden.list("display/")).isEmpty();
    }

    @Test
    void zonesStayInTheirFolder() {
        assertThat(update("{\"zone\":\"../emotions/happy\"}").code()).isEqualTo("INVALID_ZONE");
        assertThat(update("{\"zone\":\"\"}").code()).isEqualTo("INVALID_ZONE");
        assertThat(update("{\"zone\":\"zone1\",\"landscape\":[\"dashboard/man.png\"]}")
                        .code())
                .isEqualTo("NOT_A_PICTURE");
        assertThat(update("{\"zone\":\"zone1\",\"landscape\":[\"http:///\"]}").code())
                .isEqualTo("NOT_A_PICTURE");
        assertThat(update("{\"zone\":\"zone1\",\"landscape\":" + list(List.of("", "", "", "", "", "", "", "", ""))
                                + "}")
                        .code())
                .isEqualTo("TOO_MANY_PICTURES");
    }

    @Test
    void aWallSeesItsPlacesAndThatOneHasChanged() {
        garden.put(PICTURE);
        update("{\"zone\":\"zone3\",\"portrait\":[\"\",\"" + PICTURE + "\"]}");

        Reply reply = garden.get("/v1/garden/display/zone3");
        assertThat(reply.json().path("landscape")).hasSize(8).allMatch(JsonNode::isNull);
        assertThat(reply.json().at("/portrait/0").isNull()).isTrue();
        assertThat(reply.json().at("/portrait/1").asText())
                .startsWith("https://garden.example/display/zone3/img2v.jpeg?v=");
        assertThat(garden.get("/v1/garden/display/zone9").json().path("portrait"))
                .hasSize(8);
        assertThat(garden.get("/v1/garden/display/..").code()).isEqualTo("INVALID_ZONE");
    }
}
