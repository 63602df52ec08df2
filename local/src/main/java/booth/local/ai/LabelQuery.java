package booth.local.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What DetectLabels was asked for.
 *
 * @param included the only labels wanted; empty for any
 * @param minConfidence 0 to 100
 * @param properties whether the picture's own qualities are wanted too
 */
record LabelQuery(
        Set<String> included,
        Set<String> excluded,
        double minConfidence,
        int maxLabels,
        boolean labels,
        boolean properties) {
    private static final double DEFAULT_MIN_CONFIDENCE = 55;
    private static final int DEFAULT_MAX_LABELS = 1000;

    LabelQuery {
        if (minConfidence < 0 || minConfidence > 100)
            throw Pictures.invalid("Request has invalid parameters: MinConfidence is 0 to 100");
        if (maxLabels < 0) throw Pictures.invalid("Request has invalid parameters: MaxLabels is at least 0");
        if (!included.isEmpty() && !excluded.isEmpty())
            throw Pictures.invalid("Request has invalid parameters: filters include or exclude labels, not both");
    }

    static LabelQuery of(JsonNode input) {
        JsonNode general = input.at("/Settings/GeneralLabels");
        for (String filter : new String[] {"LabelCategoryInclusionFilters", "LabelCategoryExclusionFilters"})
            if (!general.path(filter).isEmpty()) throw Pictures.invalid(filter + " are not supported here");
        Set<String> features = texts(input.path("Features"));
        return new LabelQuery(
                texts(general.path("LabelInclusionFilters")),
                texts(general.path("LabelExclusionFilters")),
                input.path("MinConfidence").asDouble(DEFAULT_MIN_CONFIDENCE),
                input.path("MaxLabels").asInt(DEFAULT_MAX_LABELS),
                features.isEmpty() || features.contains("GENERAL_LABELS"),
                features.contains("IMAGE_PROPERTIES"));
    }

    boolean wants(String label, double confidence) {
        boolean named = included.isEmpty() || included.contains(label);
        return labels && named && !excluded.contains(label) && confidence >= minConfidence;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
