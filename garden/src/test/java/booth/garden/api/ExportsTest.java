package booth.garden.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.garden.api.GardenFixture.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportsTest {
    private final GardenFixture garden = new GardenFixture();

    private Reply export(String target) {
        return garden.ask("GET", "/v1/garden/export/" + target, garden.key(), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "users USER_ID,GENERATION,GENDER,EMOTION",
                "items ITEM_ID,TIMESTAMP,EMOTION",
                "interactions USER_ID,ITEM_ID,TIMESTAMP,EVENT_TYPE,IMPRESSION"
            })
    void anEmptyTableHasTheNamesOfItsColumns(String table, String header) {
        Reply reply = export(table + ".csv");
        assertThat(reply.body()).isEqualTo(header + "\n");
        assertThat(reply.headers().get("content-type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(reply.headers()).doesNotContainKey("link");
    }

    @Test
    void itemsAreThePicturesThatGuestsMaySee() {
        garden.put("emotions/happy/spring,sunny,day/img_20261122-093000_1h.jpeg", "imgPool/happy/a.jpeg");
        assertThat(export("items.csv").body())
                .isEqualTo("ITEM_ID,TIMESTAMP,EMOTION\n"
                        + "\"emotions/happy/spring,sunny,day/img_20261122-093000_1h.jpeg\",1795339800,"
                        + "\"happy/spring,sunny,day\"\n");
    }

    @Test
    void longTablesComeInPagesWithOneHeader() {
        garden.put(IntStream.range(0, 5001)
                .mapToObj(i -> "emotions/a/" + (10_000 + i) + ".jpeg")
                .toArray(String[]::new));
        Reply first = export("items.csv");
        String next = String.valueOf(first.headers().get("link")).replaceAll("<(.*)>; rel=\"next\"", "$1");
        URI uri = URI.create(next);
        Reply second = export("items.csv?after="
                + URLDecoder.decode(uri.getRawQuery().replace("after=", ""), StandardCharsets.UTF_8));

        assertThat(uri.getPath()).isEqualTo("/v1/garden/export/items.csv");
        assertThat(first.body().lines()).hasSize(5001);
        assertThat(second.body().lines()).hasSize(1).allMatch(line -> line.startsWith("emotions/a/15000.jpeg"));
        assertThat(second.headers()).doesNotContainKey("link");
    }

    @Test
    void anUnknownTableIsNotFoundAndNoneIsReadWithoutAKey() {
        assertThat(export("secrets.csv").code()).isEqualTo("NO_SUCH_DATASET");
        assertThat(export("items").status()).isEqualTo(404);
        assertThat(garden.ask("GET", "/v1/garden/export/users.csv", Map.of(), "")
                        .status())
                .isEqualTo(401);
    }
}
