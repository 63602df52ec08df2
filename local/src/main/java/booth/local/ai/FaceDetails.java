package booth.local.ai;

import booth.core.image.Box;
import booth.local.ai.FaceAttributes.Name;
import booth.vision.Mood;
import booth.vision.Mood.Expression;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rekognition's answer about faces. What no local model tells (beards, occlusion, where the eyes look) is answered with
 * the confidence of a coin.
 */
final class FaceDetails {
    private static final int MAX_FACES = 100;
    private static final double COIN = 50;
    private static final Map<Expression, String> EMOTIONS = Map.of(
            Expression.HAPPY, "HAPPY",
            Expression.SAD, "SAD",
            Expression.ANGRY, "ANGRY",
            Expression.DISGUSTED, "DISGUSTED",
            Expression.SURPRISED, "SURPRISED",
            Expression.NEUTRAL, "CALM",
            Expression.FEARFUL, "FEAR");

    private FaceDetails() {}

    static ObjectNode answer(SeenPhoto photo, FaceAttributes attributes) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode details = answer.putArray("FaceDetails");
        photo.faces().stream().limit(MAX_FACES).forEach(face -> write(photo, face, attributes, details.addObject()));
        return answer;
    }

    private static void write(SeenPhoto photo, SeenFace seen, FaceAttributes attributes, ObjectNode detail) {
        detail.set("BoundingBox", box(seen.face().box(), photo));
        detail.set("Landmarks", Landmarks.of(seen.face(), photo, attributes.all()));
        detail.putObject("Pose")
                .put("Roll", seen.face().roll())
                .put("Yaw", seen.face().yaw())
                .put("Pitch", seen.face().pitch());
        detail.putObject("Quality")
                .put("Brightness", seen.quality().brightness())
                .put("Sharpness", seen.quality().sharpness());
        detail.put("Confidence", 100 * seen.face().score());
        Mood mood = seen.mood();
        if (attributes.has(Name.AGE_RANGE))
            detail.putObject("AgeRange").put("Low", mood.ageLow()).put("High", mood.ageHigh());
        if (attributes.has(Name.SMILE)) detail.set("Smile", likely(mood.smile()));
        if (attributes.has(Name.EYEGLASSES)) detail.set("Eyeglasses", likely(seen.eyeglasses()));
        if (attributes.has(Name.SUNGLASSES)) detail.set("Sunglasses", likely(seen.sunglasses()));
        if (attributes.has(Name.GENDER))
            detail.putObject("Gender")
                    .put("Value", mood.male() > .5 ? "Male" : "Female")
                    .put("Confidence", certainty(mood.male()));
        if (attributes.has(Name.EYES_OPEN)) detail.set("EyesOpen", likely(mood.eyesOpen()));
        if (attributes.has(Name.MOUTH_OPEN)) detail.set("MouthOpen", likely(mood.mouthOpen()));
        if (attributes.has(Name.EMOTIONS)) detail.set("Emotions", emotions(mood));
        writeUnknown(attributes, detail);
    }

    private static void writeUnknown(FaceAttributes attributes, ObjectNode detail) {
        if (attributes.has(Name.BEARD)) detail.set("Beard", unknown());
        if (attributes.has(Name.MUSTACHE)) detail.set("Mustache", unknown());
        if (attributes.has(Name.FACE_OCCLUDED)) detail.set("FaceOccluded", unknown());
        if (attributes.has(Name.EYE_DIRECTION))
            detail.putObject("EyeDirection").put("Yaw", 0.0).put("Pitch", 0.0).put("Confidence", 0.0);
    }

    /** Shares of the picture, from its left top. */
    static ObjectNode box(Box box, SeenPhoto photo) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Width", box.width() / photo.width())
                .put("Height", box.height() / photo.height())
                .put("Left", box.x1() / photo.width())
                .put("Top", box.y1() / photo.height());
    }

    /** In no order that means anything, as Rekognition's: whoever wants the strongest has to look for it. */
    private static ArrayNode emotions(Mood mood) {
        ArrayNode emotions = JsonNodeFactory.instance.arrayNode();
        emotions.addObject().put("Type", "CONFUSED").put("Confidence", 0.0); // the network knows no such face
        new TreeMap<>(mood.expressions())
                .descendingMap()
                .forEach((expression, share) -> emotions.addObject()
                        .put("Type", EMOTIONS.get(expression))
                        .put("Confidence", 100 * share));
        return emotions;
    }

    private static ObjectNode likely(double likelihood) {
        return value(likelihood > .5, certainty(likelihood));
    }

    private static double certainty(double likelihood) {
        return 100 * Math.max(likelihood, 1 - likelihood);
    }

    private static ObjectNode unknown() {
        return value(false, COIN);
    }

    private static ObjectNode value(boolean value, double confidence) {
        return JsonNodeFactory.instance.objectNode().put("Value", value).put("Confidence", confidence);
    }
}
