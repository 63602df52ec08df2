package booth.core.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How many pictures a job makes, and whom each of them keeps. */
public enum PictureMode {
    /** Three, each of everybody. */
    TOGETHER,
    /** One for each face, the largest first; it keeps that face alone. */
    EACH;

    /** Pictures of a job; of a crowd only the largest faces have one of their own. */
    public static final int MOST = 10;

    private static final int WORLDS = JobRequest.PICTURES;

    /** How many pictures are made of a photo with so many faces. */
    public int pictures(int faces) {
        return this == EACH ? Math.min(faces, MOST) : WORLDS;
    }

    /** The largest number of pictures it may make. */
    int limit() {
        return pictures(MOST);
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
