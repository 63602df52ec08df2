package booth.asl.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a call; those that are undefined or not given are null. */
final class Arguments {
    private final String function;
    private final List<?> values;

    Arguments(String function, List<?> values) {
        this.function = function;
        this.values = values;
    }

    @Nullable
    Object value(int index) {
        return index < values.size() ? values.get(index) : null;
    }

    @Nullable
    String text(int index) {
        return typed(index, String.class);
    }

    @Nullable
    Number number(int index) {
        return typed(index, Number.class);
    }

    /** The text of an argument that the signature demands. */
    String theText(int index) {
        return demanded(index, text(index));
    }

    Number theNumber(int index) {
        return demanded(index, number(index));
    }

    /** JSON's null is of no type that a signature names. */
    <T> @Nullable T typed(int index, Class<T> type) {
        var value = value(index);
        if (value == null) return null;
        if (value == Jsonata.NULL_VALUE || !type.isInstance(value)) throw mismatch(index);
        return type.cast(value);
    }

    private <T> T demanded(int index, @Nullable T value) {
        if (value == null) throw mismatch(index);
        return value;
    }

    JException mismatch(int index) {
        return new JException("T0410", -1, index + 1, function);
    }
}
