package booth.emulator.sqs;

import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.scaladsl.ConnectionContext;
import org.apache.pekko.http.scaladsl.Http$;
import org.apache.pekko.http.scaladsl.Http.HttpTerminated;
import org.apache.pekko.http.scaladsl.Http.ServerBinding;
import org.apache.pekko.http.scaladsl.HttpExt;
import org.apache.pekko.http.scaladsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.scaladsl.Flow;
import org.jspecify.annotations.Nullable;
import scala.concurrent.Future;

/**
 * Keeps ElasticMQ from opening a port: it checks no signatures, so whoever finds its port has its queues. What it would have
 * served there is kept for a server that checks.
 */
final class CapturedHttp extends HttpExt {
    private @Nullable Flow<HttpRequest, HttpResponse, Object> served;

    private CapturedHttp(ExtendedActorSystem actors) {
        super(actors.settings().config().getConfig("pekko.http"), actors);
    }

    /** ElasticMQ has no door for a server of one's own, so this one is put where it looks for Pekko's; call it before the start. */
    static CapturedHttp install(ActorSystem actors) {
        CapturedHttp http = new CapturedHttp((ExtendedActorSystem) actors);
        try {
            Field field = actors.getClass().getDeclaredField("extensions");
            field.setAccessible(true);
            @SuppressWarnings("unchecked")
            Map<Object, Object> extensions = (Map<Object, Object>) field.get(actors);
            extensions.put(Http$.MODULE$, http);
            return http;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Pekko is built differently from 1.5.0", e);
        }
    }

    /** What answers requests, once the server was started. */
    Flow<HttpRequest, HttpResponse, Object> served() {
        return Objects.requireNonNull(served, "Nothing was served yet.");
    }

    @Override
    public Future<ServerBinding> bindAndHandleImpl(
            Flow<HttpRequest, HttpResponse, Object> handler,
            String host,
            int port,
            ConnectionContext context,
            ServerSettings settings,
            LoggingAdapter log,
            Materializer materializer) {
        served = handler;
        return Future.successful(new ServerBinding(
                InetSocketAddress.createUnresolved(host, port),
                () -> Future.successful(scala.runtime.BoxedUnit.UNIT),
                within -> Future.successful(
                        (HttpTerminated) org.apache.pekko.http.scaladsl.Http.HttpServerTerminated$.MODULE$)));
    }
}
