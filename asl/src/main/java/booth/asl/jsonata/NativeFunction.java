package booth.asl.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of our own, which may also be applied in part: {@code $substring(?, 1)}. */
final class NativeFunction extends JFunction {
    /** What it does with its arguments, of which the last may be missing. */
    interface Body {
        @Nullable
        Object apply(Arguments arguments);
    }

    private final String name;
    private final boolean takesArray;
    private final boolean takesAny;
    private final int arity;
    private final Body body;

    /** @param signature as JSONata writes them, {@code <s-nn?:s>} */
    NativeFunction(String name, String signature, int arity, Body body) {
        super(name, signature, JFunction.class, null, "call"); // which only the constructor with a method gives a name
        this.name = name;
        this.takesArray = signature.startsWith("<a");
        this.takesAny = signature.startsWith("<x");
        this.arity = arity;
        this.body = body;
    }

    /** JSON's null is an element of an array, any value, or of the wrong type; for the port it would be undefined. */
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Object validate(Object arguments, @Nullable Object context) {
        var values = new ArrayList<Object>((List) arguments);
        if (!values.contains(Jsonata.NULL_VALUE)) return super.validate(arguments, context);
        if (takesArray && values.get(0) == Jsonata.NULL_VALUE)
            values.set(0, new ArrayList<>(List.of(Jsonata.NULL_VALUE)));
        else if (!takesAny) throw new Arguments(name, values).mismatch(values.indexOf(Jsonata.NULL_VALUE));
        return super.validate(values, context);
    }

    @Override
    public @Nullable Object call(@Nullable Object input, List arguments) {
        return body.apply(new Arguments(name, arguments));
    }

    @Override
    public int getNumberOfArgs() {
        return arity;
    }
}
