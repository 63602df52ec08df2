package booth.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job stands. {@code PARTIAL}: some pictures of three; {@code REJECTED}: the photo itself was refused. */
public enum Status {
    AWAITING_UPLOAD,
    QUEUED,
    RUNNING,
    SUCCEEDED,
    PARTIAL,
    REJECTED,
    FAILED,
    CANCELED,
    EXPIRED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more will come unless someone replays the job. */
    public boolean ended() {
        return switch (this) {
            case AWAITING_UPLOAD, QUEUED, RUNNING -> false;
            case SUCCEEDED, PARTIAL, REJECTED, FAILED, CANCELED, EXPIRED -> true;
        };
    }
}
