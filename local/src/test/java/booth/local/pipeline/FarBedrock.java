package booth.local.pipeline;

import booth.emulator.wire.RestService;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Bedrock in another process, which remembers its calls when this one is killed. */
record FarBedrock(HttpClient http, URI endpoint) implements RestService {
    @Override
    public void routes(RoutesConfig routes) {
        routes.post("/model/<modelId>/invoke", this::passOn);
    }

    private void passOn(Context call) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve(call.path()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.bodyAsBytes()))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        call.status(answer.statusCode()).contentType("application/json").result(answer.body());
    }
}
