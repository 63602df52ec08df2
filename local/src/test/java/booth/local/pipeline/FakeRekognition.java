package booth.local.pipeline;

import booth.core.image.ImageBytes;
import booth.emulator.wire.JsonService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Sees the faces of the guests that tests paint, and never glasses. */
final class FakeRekognition implements JsonService {
    private final Gate gate;
    private final boolean eyes;
    private final boolean moods;

    /** One that finds no eyes in the faces, as they are painted without. */
    FakeRekognition() {
        this(new Gate());
    }

    /** @param gate before its own eyes */
    FakeRekognition(Gate gate) {
        this(gate, false, false);
    }

    private FakeRekognition(Gate gate, boolean eyes, boolean moods) {
        this.gate = gate;
        this.eyes = eyes;
        this.moods = moods;
    }

    /** One that takes everybody for a calm young woman who smiles; its lists are unsorted, as Rekognition's are. */
    static FakeRekognition withMoods() {
        return new FakeRekognition(new Gate(), false, true);
    }

    /** One that also says where eyes and jaw would be. */
    static FakeRekognition withLandmarks() {
        return withLandmarks(new Gate());
    }

    /** @param gate before its own eyes */
    static FakeRekognition withLandmarks(Gate gate) {
        return new FakeRekognition(gate, true, false);
    }

    @Override
    public String target() {
        return "RekognitionService";
    }

    @Override
    public JsonNode call(String action, JsonNode input) {
        return switch (action) {
            case "DetectFaces" -> faces(input);
            case "DetectLabels" -> answerWith("Labels");
            default -> throw ServiceError.unknownOperation(action);
        };
    }

    private ObjectNode faces(JsonNode input) {
        gate.pass();
        ObjectNode answer = answerWith("FaceDetails");
        for (double place : Photos.faces(ImageBytes.decode("photo", bytes(input)))) {
            ObjectNode face = answer.withArray("FaceDetails").addObject();
            face.put("Confidence", 99.9)
                    .putObject("BoundingBox")
                    .put("Left", place - 0.1)
                    .put("Top", 0.3)
                    .put("Width", 0.2)
                    .put("Height", 0.4);
            if (eyes) landmarks(face, place);
            if (moods) mood(face);
        }
        return answer;
    }

    private static void mood(ObjectNode face) {
        face.putObject("AgeRange").put("Low", 13).put("High", 21);
        trait(face, "Gender", "Female");
        ArrayNode emotions = face.putArray("Emotions");
        emotions.addObject().put("Type", "SAD").put("Confidence", 3.5);
        emotions.addObject().put("Type", "CALM").put("Confidence", 91.25);
        emotions.addObject().put("Type", "HAPPY").put("Confidence", 5.25);
        for (String yes : List.of("Smile", "Eyeglasses", "EyesOpen"))
            face.putObject(yes).put("Value", true).put("Confidence", 95);
        for (String no : List.of("Sunglasses", "Beard", "Mustache", "MouthOpen"))
            face.putObject(no).put("Value", false).put("Confidence", 95);
    }

    private static void trait(ObjectNode face, String name, String value) {
        face.putObject(name).put("Value", value).put("Confidence", 95);
    }

    private static void landmarks(ObjectNode face, double place) {
        landmark(face, "eyeLeft", place - 0.04, 0.45);
        landmark(face, "eyeRight", place + 0.04, 0.45);
        landmark(face, "upperJawlineLeft", place - 0.09, 0.46);
        landmark(face, "upperJawlineRight", place + 0.09, 0.46);
        landmark(face, "chinBottom", place, 0.69);
    }

    private static void landmark(ObjectNode face, String type, double x, double y) {
        face.withArray("Landmarks").addObject().put("Type", type).put("X", x).put("Y", y);
    }

    private static byte[] bytes(JsonNode input) {
        try {
            return input.at("/Image/Bytes").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode answerWith(String list) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray(list);
        return answer;
    }
}
