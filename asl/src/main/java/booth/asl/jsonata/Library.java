package booth.asl.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that are not the port's own: Step Functions' additions, and those in which the port differs from its
 * original, jsonata-js 2.2.2.
 */
final class Library {
    private static final Map<String, JFunction> FUNCTIONS = new LinkedHashMap<>();

    private Library() {}

    static {
        AwsFunctions.define(Library::define);
        TextFunctions.define(Library::define);
        PatternFunctions.define(Library::define);
        NumberFunctions.define(Library::define);
        ArrayFunctions.define(Library::define);
        for (var name : new String[] {"sum", "max", "min", "average"}) ofArray(name, "<a<n>:n>");
        ofArray("count", "<a:n>");
        ofArray("join", "<a<s>s?:s>");
        ofArray("merge", "<a<o>:o>");
        ofArray("reverse", "<a:a>");
        ofArray("single", "<af?>");
    }

    /** Takes a definition. */
    interface Definer {
        void define(String name, String signature, int arity, NativeFunction.Body body);
    }

    static void register(Jsonata expression) {
        FUNCTIONS.forEach(expression::registerFunction);
        expression.assign("eval", null); // undefined, so calling it is T1006
    }

    private static void define(String name, String signature, int arity, NativeFunction.Body body) {
        FUNCTIONS.put(name, new NativeFunction(name, signature, arity, body));
    }

    private static void ofArray(String name, String signature) {
        FUNCTIONS.put(name, new ArrayFunction(name, signature));
    }

    /** One of the port's that takes an array, for which a bare null is an array of one null and not undefined. */
    private static final class ArrayFunction extends JFunction {
        ArrayFunction(String name, String signature) {
            super(name, signature, Functions.class, null, name);
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public Object validate(Object arguments, Object context) {
            var values = new ArrayList<Object>((List) arguments);
            boolean isNull = !values.isEmpty() && values.get(0) == Jsonata.NULL_VALUE;
            if (isNull) values.set(0, new ArrayList<>(List.of(Jsonata.NULL_VALUE)));
            return super.validate(values, context);
        }
    }
}
