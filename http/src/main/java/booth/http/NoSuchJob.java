package booth.http;

import booth.core.Refused;

/** The one answer to every question about a job that is not there, or not there for the one who asks. */
public final class NoSuchJob {
    static final String CODE = "NO_SUCH_JOB";

    private NoSuchJob() {}

    public static Refused refused() {
        return new Refused(CODE, "There is no such job; its results have expired, or it was erased.");
    }
}
