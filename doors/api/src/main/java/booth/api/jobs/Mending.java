package booth.api.jobs;

import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.Jobs;
import booth.core.operating.Mend;
import booth.http.Answer;
import booth.http.Call;
import java.util.function.BiFunction;

/** Has the record of a job made again that a booth wants to do something with and that turns out to be damaged. */
public final class Mending {
    private final Mend mend;
    private final JsonLog log;

    public Mending(Mend mend, JsonLog log) {
        this.mend = mend;
        this.log = log;
    }

    /** The same, and once more where it came to nothing because of the record alone. */
    public BiFunction<Call, BoothKey, Answer> whereNeeded(BiFunction<Call, BoothKey, Answer> work) {
        return (call, key) -> {
            try {
                return work.apply(call, key);
            } catch (Refused e) {
                if (!e.code().equals(Jobs.DAMAGED) || !mend.mend(call.job())) throw e;
                log.write(LogLine.of("record_mended").job(call.job()).error(e));
                return work.apply(call, key);
            }
        };
    }
}
