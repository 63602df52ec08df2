package booth.garden;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** As Rekognition tells it. */
public enum Gender {
    MALE("Male", "남자"),
    FEMALE("Female", "여자");

    private final String word;
    private final String korean;

    Gender(String word, String korean) {
        this.word = word;
        this.korean = korean;
    }

    public static Optional<Gender> find(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** @throws Refused {@code INVALID_GENDER} */
    @JsonCreator
    public static Gender of(String word) {
        return find(word)
                .orElseThrow(
                        () -> new Refused("INVALID_GENDER", "The gender is 'Male' or 'Female', not '" + word + "'."));
    }

    /** As Rekognition writes it, e.g. {@code Male}. */
    @JsonValue
    public String word() {
        return word;
    }

    public String korean() {
        return korean;
    }
}
