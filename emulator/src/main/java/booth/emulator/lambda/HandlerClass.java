package booth.emulator.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A handler class that was checked when its function was deployed, so that a wrong name is an error at start and not at
 * the first event. It is built only when first called: models and clients cost nothing until then.
 */
record HandlerClass(Constructor<?> constructor) {
    /**
     * @param function the function's name, for messages
     * @param handler {@code com.example.Resize}, perhaps with {@code ::handleRequest}
     * @throws IllegalArgumentException naming function and class
     */
    static HandlerClass of(String function, String handler) {
        String name = handler.endsWith("::handleRequest") ? handler.substring(0, handler.indexOf("::")) : handler;
        String who = "The handler " + handler + " of function " + function;
        try {
            Class<?> type = Class.forName(name, false, HandlerClass.class.getClassLoader());
            if (!RequestStreamHandler.class.isAssignableFrom(type)
                    && requestTypes(type).isEmpty())
                throw new IllegalArgumentException(
                        who + " is neither a RequestStreamHandler nor a RequestHandler of two classes.");
            return new HandlerClass(type.getConstructor(Map.class));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(who + " is not on the class path.", e);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    who + " has no public constructor that takes its environment, a Map<String, String>;"
                            + " functions that share a JVM need one.",
                    e);
        }
    }

    /** Builds the handler; what its constructor throws rises as it is. */
    RequestStreamHandler create(Map<String, String> environment) throws Throwable {
        try {
            Object handler = constructor.newInstance(environment);
            return handler instanceof RequestStreamHandler streams ? streams : ofEvents((RequestHandler<?, ?>) handler);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    @SuppressWarnings("unchecked") // the two classes are the handler's own type arguments
    private static RequestStreamHandler ofEvents(RequestHandler<?, ?> handler) {
        Types types = requestTypes(handler.getClass()).orElseThrow();
        return new EventHandler<>(
                (RequestHandler<Object, Object>) handler, (Class<Object>) types.input, (Class<Object>) types.output);
    }

    private record Types(Class<?> input, Class<?> output) {}

    private static Optional<Types> requestTypes(Class<?> type) {
        return Stream.<Class<?>>iterate(type, c -> c != null && c != Object.class, Class::getSuperclass)
                .flatMap(c -> Stream.concat(Stream.of(c.getGenericInterfaces()), Stream.of(c.getGenericSuperclass())))
                .flatMap(HandlerClass::typesOf)
                .findFirst();
    }

    private static Stream<Types> typesOf(Type type) {
        if (!(type instanceof ParameterizedType handler) || handler.getRawType() != RequestHandler.class)
            return Stream.empty();
        Type[] arguments = handler.getActualTypeArguments();
        return raw(arguments[0]).flatMap(input -> raw(arguments[1]).map(output -> new Types(input, output))).stream();
    }

    private static Optional<Class<?>> raw(Type type) {
        if (type instanceof ParameterizedType generic) return raw(generic.getRawType());
        return type instanceof Class<?> known ? Optional.of(known) : Optional.empty();
    }
}
