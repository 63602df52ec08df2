package booth.core;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/** Lambda's door to a task: strict JSON in, record out. */
public abstract class JsonHandler<I, O> implements RequestStreamHandler {
    private final Class<I> input;
    private final Function<I, O> task;

    protected JsonHandler(Class<I> input, Function<I, O> task) {
        this.input = input;
        this.task = task;
    }

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Json.MAPPER.writeValue(out, task.apply(read(in)));
    }

    private I read(InputStream in) throws IOException {
        try {
            return Json.MAPPER.readValue(in, input);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof Refused refused) throw refused; // keep the name the state machine routes on
            throw e;
        }
    }
}
