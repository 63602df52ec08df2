package booth.emulator.wire;

import booth.emulator.signing.NotGenuine;
import booth.emulator.signing.Received;
import booth.emulator.signing.Signatures;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Who is let in to a service of AWS: whoever signs as the owner of the account, and no page of another site. */
public record Gate(Signatures signatures) {
    void check(Context request, Refusals words) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.req().getHeaderNames()))
            headers.put(name, Collections.list(request.req().getHeaders(name)));
        check(
                new Received(
                        request.req().getMethod(),
                        request.req().getRequestURI(),
                        Optional.ofNullable(request.req().getQueryString()).orElse(""),
                        headers,
                        request.bodyAsBytes()),
                words);
    }

    /**
     * For servers below the servlets.
     *
     * @throws ServiceError in the words of the protocol
     */
    public void check(Request request, byte[] body, Refusals words) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : request.getHeaders())
            headers.put(field.getName(), request.getHeaders().getValuesList(field.getName()));
        check(
                new Received(
                        request.getMethod(),
                        request.getHttpURI().getPath(),
                        Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
                        headers,
                        body),
                words);
    }

    /** For what needs no signature. */
    void checkPage(Context request, Refusals words) {
        checkPage(request.header("Origin"), request.header("Host"), words);
    }

    private static void checkPage(@Nullable String origin, @Nullable String host, Refusals words) {
        if (Addresses.isForeign(origin, host)) throw words.foreign(String.valueOf(origin));
    }

    private void check(Received request, Refusals words) {
        checkPage(first(request, "Origin"), first(request, "Host"), words);
        try {
            signatures.check(request);
        } catch (NotGenuine e) {
            throw words.of(e);
        }
    }

    private static @Nullable String first(Received request, String header) {
        return Optional.ofNullable(request.headers().get(header))
                .map(values -> values.get(0))
                .orElse(null);
    }
}
