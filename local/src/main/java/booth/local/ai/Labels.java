package booth.local.ai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Rekognition's answer about labels: Glasses, and Sunglasses which are Glasses too, with an instance for each wearer. */
final class Labels {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Labels() {}

    static ObjectNode answer(SeenPhoto photo, LabelQuery query) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode labels = answer.putArray("Labels");
        List.of(
                        label(photo, "Glasses", face -> face.glasses().likelihood(), List.of("Accessories")),
                        label(photo, "Sunglasses", SeenFace::sunglasses, List.of("Accessories", "Glasses")))
                .stream()
                .filter(label -> !label.path("Instances").isEmpty())
                .filter(label -> query.wants(
                        label.path("Name").textValue(), label.path("Confidence").doubleValue()))
                .limit(query.maxLabels())
                .forEach(labels::add);
        answer.put("LabelModelVersion", "3.0");
        if (query.properties()) writeProperties(photo, answer);
        return answer;
    }

    private static ObjectNode label(
            SeenPhoto photo, String name, ToDoubleFunction<SeenFace> likelihood, List<String> parents) {
        List<SeenFace> wearers = photo.faces().stream()
                .filter(face -> likelihood.applyAsDouble(face) > .5)
                .sorted(Comparator.comparingDouble(likelihood).reversed())
                .toList();
        double best = wearers.stream().mapToDouble(likelihood).max().orElse(0);
        ObjectNode label = JSON.objectNode().put("Name", name).put("Confidence", 100 * best);
        ArrayNode instances = label.putArray("Instances");
        for (SeenFace wearer : wearers) {
            ObjectNode instance = instances.addObject();
            instance.set("BoundingBox", FaceDetails.box(wearer.glasses().band(), photo));
            instance.put("Confidence", 100 * likelihood.applyAsDouble(wearer));
        }
        ArrayNode parentNames = label.putArray("Parents");
        parents.forEach(parent -> parentNames.addObject().put("Name", parent));
        label.putArray("Aliases");
        label.putArray("Categories").addObject().put("Name", "Apparel and Accessories");
        return label;
    }

    /** Without colours, which nothing here measures. */
    private static void writeProperties(SeenPhoto photo, ObjectNode answer) {
        answer.putObject("ImageProperties")
                .putObject("Quality")
                .put("Brightness", photo.quality().brightness())
                .put("Sharpness", photo.quality().sharpness())
                .put("Contrast", photo.quality().contrast());
    }
}
