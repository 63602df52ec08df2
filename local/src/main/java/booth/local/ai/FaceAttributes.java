package booth.local.ai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;

/** What DetectFaces was asked to tell beyond box, pose, quality and five landmarks. */
record FaceAttributes(boolean all, Set<Name> names) {
    enum Name {
        AGE_RANGE,
        BEARD,
        EMOTIONS,
        EYE_DIRECTION,
        EYEGLASSES,
        EYES_OPEN,
        FACE_OCCLUDED,
        GENDER,
        MOUTH_OPEN,
        MUSTACHE,
        SMILE,
        SUNGLASSES
    }

    static FaceAttributes of(JsonNode list) {
        Set<Name> names = EnumSet.noneOf(Name.class);
        boolean all = false;
        for (JsonNode item : list) {
            if (item.asText().equals("ALL")) all = true;
            else if (!item.asText().equals("DEFAULT")) names.add(named(item.asText()));
        }
        return new FaceAttributes(all, names);
    }

    boolean has(Name name) {
        return all || names.contains(name);
    }

    private static Name named(String text) {
        for (Name name : Name.values()) if (name.name().equals(text)) return name;
        throw Pictures.invalid("Request has invalid parameters: there is no face attribute " + text);
    }
}
