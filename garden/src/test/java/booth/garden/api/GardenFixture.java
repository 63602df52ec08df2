package booth.garden.api;

import booth.aws.Environment;
import booth.core.access.BoothKeys;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.InMemoryObjectStore;
import booth.garden.bulk.TestGeneration;
import booth.garden.pictures.InMemoryPictures;
import booth.garden.pictures.Listings;
import booth.garden.pictures.PictureKey;
import booth.garden.taste.TasteRoutes;
import booth.http.Answer;
import booth.http.Contract;
import booth.http.Cors;
import booth.http.Request;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The garden's API behind its handler, over buckets in memory; every answer is held against its description. */
final class GardenFixture {
    static final Instant START = Instant.parse("2026-11-22T09:30:00Z");

    final InMemoryObjectStore garden = new InMemoryObjectStore();
    final InMemoryObjectStore jobs = new InMemoryObjectStore();
    final BoothKeys keys = new BoothKeys(jobs);
    final Listings listings = new Listings(garden);
    final List<String> log = new CopyOnWriteArrayList<>();
    final Contract contract = new Contract("/garden-openapi.json");
    Instant now = START;
    String address = "203.0.113.7";
    final TestGeneration generation = new TestGeneration();
    private final GardenApiHandler handler = new GardenApiHandler(GardenApiHandler.api(
            new GardenOperations(
                    garden,
                    listings,
                    InMemoryPictures.copies(garden),
                    key -> "https://pictures.example/" + key + "?signed",
                    TasteRoutes.from(new Environment(Map.of()), garden, listings, () -> now, new JsonLog(log::add)),
                    generation.routes(garden, () -> now),
                    () -> now),
            keys,
            Cors.of("https://booth.example"),
            new JsonLog(log::add)));

    record Reply(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            return Contract.parse(body);
        }

        String code() {
            return json().path("code").asText();
        }

        List<String> urls(String orientation) {
            return Stream.of(json().path(orientation))
                    .flatMap(array -> array.findValuesAsText("url").stream())
                    .toList();
        }
    }

    Map<String, String> key() {
        return Map.of(
                "authorization", "Bearer " + keys.issue("gardener", 600, now).secret());
    }

    void put(String... pictures) {
        for (String key : pictures) garden.write(key, new byte[1]);
        listings.refresh(Stream.of(pictures).map(PictureKey::of).toList());
    }

    Reply post(String path, Map<String, String> headers, String body) {
        return ask("POST", path, headers, body);
    }

    Reply get(String target) {
        return ask("GET", target, Map.of(), "");
    }

    Reply ask(String method, String target, Map<String, String> headers, String body) {
        String[] parts = target.split("\\?", 2);
        Map<String, String> all = new TreeMap<>(headers);
        all.putIfAbsent("host", "garden.example");
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRawPath(parts[0])
                .withQueryStringParameters(parts.length < 2 ? null : query(parts[1]))
                .withHeaders(all)
                .withBody(body)
                .withRequestContext(RequestContext.builder()
                        .withHttp(RequestContext.Http.builder()
                                .withMethod(method)
                                .withSourceIp(address)
                                .build())
                        .build())
                .build();
        APIGatewayV2HTTPResponse answer = handler.handleRequest(event, NoContext.get());
        Reply reply = new Reply(answer.getStatusCode(), new TreeMap<>(answer.getHeaders()), answer.getBody());
        contract.holds(Request.of(event), new Answer(reply.status(), reply.headers(), reply.body()));
        return reply;
    }

    private static Map<String, String> query(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
