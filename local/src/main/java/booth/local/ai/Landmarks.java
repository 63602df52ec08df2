package booth.local.ai;

import booth.vision.Face;
import booth.vision.Point;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;

/**
 * Rekognition's thirty landmarks and the points of the face mesh they are; two points mean the middle between them. The
 * mesh has no pupils, so they are where the eyes are.
 */
enum Landmarks {
    EYE_LEFT("eyeLeft", 33, 133),
    EYE_RIGHT("eyeRight", 263, 362),
    MOUTH_LEFT("mouthLeft", 61),
    MOUTH_RIGHT("mouthRight", 291),
    NOSE("nose", 1),
    LEFT_EYE_BROW_LEFT("leftEyeBrowLeft", 70),
    LEFT_EYE_BROW_RIGHT("leftEyeBrowRight", 107),
    LEFT_EYE_BROW_UP("leftEyeBrowUp", 105),
    RIGHT_EYE_BROW_LEFT("rightEyeBrowLeft", 336),
    RIGHT_EYE_BROW_RIGHT("rightEyeBrowRight", 300),
    RIGHT_EYE_BROW_UP("rightEyeBrowUp", 334),
    LEFT_EYE_LEFT("leftEyeLeft", 33),
    LEFT_EYE_RIGHT("leftEyeRight", 133),
    LEFT_EYE_UP("leftEyeUp", 159),
    LEFT_EYE_DOWN("leftEyeDown", 145),
    RIGHT_EYE_LEFT("rightEyeLeft", 362),
    RIGHT_EYE_RIGHT("rightEyeRight", 263),
    RIGHT_EYE_UP("rightEyeUp", 386),
    RIGHT_EYE_DOWN("rightEyeDown", 374),
    NOSE_LEFT("noseLeft", 64),
    NOSE_RIGHT("noseRight", 294),
    MOUTH_UP("mouthUp", 0),
    MOUTH_DOWN("mouthDown", 17),
    LEFT_PUPIL("leftPupil", 33, 133),
    RIGHT_PUPIL("rightPupil", 263, 362),
    UPPER_JAWLINE_LEFT("upperJawlineLeft", 127),
    MID_JAWLINE_LEFT("midJawlineLeft", 172),
    CHIN_BOTTOM("chinBottom", 152),
    MID_JAWLINE_RIGHT("midJawlineRight", 397),
    UPPER_JAWLINE_RIGHT("upperJawlineRight", 356);

    private static final int BASIC = 5;
    private final String type;
    private final int first;
    private final int second;

    Landmarks(String type, int point) {
        this(type, point, point);
    }

    Landmarks(String type, int first, int second) {
        this.type = type;
        this.first = first;
        this.second = second;
    }

    /** @param all all thirty; otherwise eyes, mouth and nose */
    static ArrayNode of(Face face, SeenPhoto photo, boolean all) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(values())
                .limit(all ? values().length : BASIC)
                .forEach(landmark -> landmark.write(face, photo, list));
        return list;
    }

    private void write(Face face, SeenPhoto photo, ArrayNode list) {
        Point a = face.landmarks().get(first);
        Point b = face.landmarks().get(second);
        list.addObject()
                .put("Type", type)
                .put("X", (a.x() + b.x()) / 2 / photo.width())
                .put("Y", (a.y() + b.y()) / 2 / photo.height());
    }
}
