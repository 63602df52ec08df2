package booth.garden.visitors;

import booth.garden.Emotion;
import booth.garden.Gender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words for a representative's picture.
 *
 * @param negativeText what is not to be painted; empty where the face shows everything
 */
record Portrait(String prompt, Optional<String> negativeText) {
    static Portrait of(Representative one) {
        List<String> words = new ArrayList<>();
        words.add("a portrait photo of a " + Math.round(one.age()) + " year old "
                + (one.gender() == Gender.MALE ? "man" : "woman"));
        words.add(face(one.emotion()));
        for (Trait trait : Trait.values()) if (one.traits().contains(trait)) words.add(trait.shown());
        words.add("head and shoulders, plain background, soft light, highly detailed");
        String absent = Arrays.stream(Trait.values())
                .filter(trait -> !one.traits().contains(trait))
                .map(Trait::absent)
                .collect(Collectors.joining(", "));
        return new Portrait(String.join(", ", words), Optional.of(absent).filter(text -> !text.isEmpty()));
    }

    private static String face(Emotion emotion) {
        return switch (emotion) {
            case HAPPY -> "happy face";
            case SURPRISED -> "surprised face";
            case CALM -> "calm face";
            case ANGRY -> "angry face";
            case FEAR -> "frightened face";
            case CONFUSED -> "confused face";
            case DISGUSTED -> "disgusted face";
            case SAD -> "sad face";
        };
    }
}
