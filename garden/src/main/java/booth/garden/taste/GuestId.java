package booth.garden.taste;

import booth.core.Refused;
import booth.core.Sha256;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** How a guest's page calls its guest: made up by the page, or by {@code /emotion} where it said nothing. */
public record GuestId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");

    /** @throws Refused {@code INVALID_ID} */
    @JsonCreator
    public GuestId {
        if (!FORM.matcher(value).matches())
            throw new Refused(
                    "INVALID_ID",
                    "A guest's id has 1 to 128 letters, digits and . _ : @ -, and begins with a letter or a digit.");
    }

    /** Stands for the guest where the id itself must not stand. */
    String hash() {
        return Sha256.hex(value);
    }
}
