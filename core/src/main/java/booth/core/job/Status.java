package booth.core.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Where a job stands. {@code HELD}: its photo may come or be there, but starts nothing until somebody asks for pictures;
 * everyone is told {@code awaiting_upload}. {@code PARTIAL}: some of its pictures; {@code REJECTED}: the photo itself was
 * refused.
 */
public enum Status {
    HELD,
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
            case HELD, AWAITING_UPLOAD, QUEUED, RUNNING -> false;
            case SUCCEEDED, PARTIAL, REJECTED, FAILED, CANCELED, EXPIRED -> true;
        };
    }
}
