package booth.emulator.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A handler of objects behind the stream interface, its JSON read and written by the serializers that Lambda uses. */
final class EventHandler<I, O> implements RequestStreamHandler {
    private final RequestHandler<I, O> handler;
    private final PojoSerializer<I> input;
    private final PojoSerializer<O> output;

    EventHandler(RequestHandler<I, O> handler, Class<I> input, Class<O> output) {
        this.handler = handler;
        this.input = serializer(input);
        this.output = serializer(output);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        output.toJson(handler.handleRequest(input.fromJson(in), context), out);
    }

    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        ClassLoader loader = EventHandler.class.getClassLoader();
        return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
                ? LambdaEventSerializers.serializerFor(type, loader)
                : JacksonFactory.getInstance().getSerializer(type);
    }
}
