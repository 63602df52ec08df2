package booth.core.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** What is being done for a job: the stages it goes through, in order. */
public enum Stage {
    UPLOAD,
    DETECT,
    SEGMENT,
    MERGE,
    GENERATE,
    DONE;

    /**
     * @param faces how many were found and masked; nobody where nobody has looked
     * @param merged whether the masks are united
     * @param look of which only one has masks
     */
    static Stage of(Status status, Optional<JobView.FacesView> faces, boolean merged, Look look) {
        if (status.ended()) return DONE;
        if (merged || faces.isPresent() && look != Look.WORLDS) return GENERATE;
        if (faces.isPresent()) return faces.get().masked() < faces.get().found() ? SEGMENT : MERGE;
        return status == Status.HELD || status == Status.AWAITING_UPLOAD ? UPLOAD : DETECT;
    }

    /** Whether the execution has done anything that can be seen. */
    boolean begun() {
        return compareTo(DETECT) > 0;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
