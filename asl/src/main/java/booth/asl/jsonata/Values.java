package booth.asl.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between Jackson's trees and JSONata's maps, lists and boxes, with whole numbers kept whole: 1, never 1.0. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double EXACT = 1L << 53;

    private int left = Limits.MOST;

    private Values() {}

    static Object toJsonata(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.fields().forEachRemaining(field -> map.put(field.getKey(), toJsonata(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<Object>(node.size());
            node.forEach(element -> list.add(toJsonata(element)));
            return list;
        }
        if (node.isNumber()) return number(node);
        if (node.isBoolean()) return node.booleanValue();
        return node.isNull() ? Jsonata.NULL_VALUE : node.asText();
    }

    private static Number number(JsonNode node) {
        if (node.canConvertToInt() && node.isIntegralNumber()) return node.intValue();
        if (node.canConvertToLong() && node.isIntegralNumber()) return node.longValue();
        return node.doubleValue();
    }

    /** Empty for JSONata's undefined. */
    static Optional<JsonNode> toJson(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(new Values().json(value));
    }

    private JsonNode json(@Nullable Object value) {
        if (--left < 0) throw Limits.tooMuch("a result of more than 1 Mi values");
        if (value == null || value == Jsonata.NULL_VALUE) return JSON.nullNode();
        if (value instanceof String text) return JSON.textNode(text);
        if (value instanceof Boolean flag) return JSON.booleanNode(flag);
        if (value instanceof Number number) return json(number);
        if (value instanceof Map<?, ?> map) return object(map);
        if (value instanceof List<?> list && !Utils.isFunction(value)) return array(list);
        throw new UnsupportedResult();
    }

    private JsonNode object(Map<?, ?> map) {
        var object = JSON.objectNode();
        map.forEach((key, value) -> object.set(String.valueOf(key), json(value)));
        return object;
    }

    private JsonNode array(List<?> list) {
        var array = JSON.arrayNode();
        for (var element : list) array.add(json(element));
        return array;
    }

    private static JsonNode json(Number number) {
        if (number instanceof Integer whole) return JSON.numberNode(whole);
        if (number instanceof Long whole) return narrow(whole);
        double value = number.doubleValue();
        if (!Double.isFinite(value)) throw Expression.error("D1001: Number out of range: " + value);
        return value == Math.rint(value) && Math.abs(value) < EXACT ? narrow((long) value) : JSON.numberNode(value);
    }

    private static JsonNode narrow(long whole) {
        return (int) whole == whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
    }

    /** A function or another thing that has no JSON form. */
    static final class UnsupportedResult extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnsupportedResult() {
            super("The result is not JSON");
        }
    }
}
