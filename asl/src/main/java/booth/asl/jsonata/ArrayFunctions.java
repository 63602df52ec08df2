package booth.asl.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of arrays. */
final class ArrayFunctions {
    private ArrayFunctions() {}

    static void define(Library.Definer library) {
        library.define("distinct", "<x:x>", 1, ArrayFunctions::distinct);
        library.define("sort", "<af?:a>", 2, ArrayFunctions::sort);
    }

    /** What is left of an array is one even if it is a single value; only a sequence becomes that value. */
    private static @Nullable Object distinct(Arguments arguments) {
        if (!(arguments.value(0) instanceof List<?> list) || list.size() <= 1) return arguments.value(0);
        var distinct = Utils.isSequence(list) ? Utils.createSequence() : new ArrayList<Object>();
        distinct.addAll(new LinkedHashSet<>(list));
        return distinct;
    }

    private static @Nullable Object sort(Arguments arguments) {
        if (!(arguments.value(0) instanceof List<?> list)) return null;
        var comparator = arguments.value(1);
        boolean comparable = list.stream().allMatch(Number.class::isInstance)
                || list.stream().allMatch(String.class::isInstance);
        if (comparator == null && list.size() > 1 && !comparable) throw Expression.error("D3070", Jsonata.NULL_VALUE);
        return Functions.sort(list, comparator);
    }
}
