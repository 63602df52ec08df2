package booth.api.jobs;

import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.Jobs;
import booth.core.operating.Cancel;
import booth.core.operating.Erase;
import booth.core.operating.OperationResult;
import booth.core.operating.Replay;
import booth.core.operating.ReplayAnswer;
import booth.core.operating.ReplayAnswer.Impossible;
import booth.core.operating.ReplayAnswer.NothingToDo;
import booth.core.operating.ReplayAnswer.Plan;
import booth.core.watching.ChangeNotifier;
import booth.http.Answer;
import booth.http.Call;
import booth.http.GuestToken;
import booth.http.NoSuchJob;
import java.time.InstantSource;
import java.util.Map;

/** What a booth can do with a job of its own: run it again, stop it, erase it. The last its guest can too. */
public final class Operate {
    private final Booths booths;
    private final Replay replay;
    private final Cancel cancel;
    private final Erase erase;
    private final ChangeNotifier changes;

    private final InstantSource clock;

    public Operate(Jobs jobs, Replay replay, Cancel cancel, Erase erase, ChangeNotifier changes, InstantSource clock) {
        this.booths = new Booths(jobs);
        this.replay = replay;
        this.cancel = cancel;
        this.erase = erase;
        this.changes = changes;
        this.clock = clock;
    }

    public Answer replay(Call call, BoothKey key) {
        ReplayAnswer answer = replay.plan(booths.own(call, key), false);
        if (answer instanceof Plan plan) {
            answer = replay.carryOut(plan);
            changes.changed(plan.job());
        }
        if (answer instanceof Impossible impossible) throw new Refused("NOT_REPLAYABLE", impossible.sentence());
        return Answer.json(answer instanceof NothingToDo ? 200 : 202, OperationResult.of(answer, false));
    }

    public Answer cancel(Call call, BoothKey key) {
        OperationResult result = cancel.cancel(booths.own(call, key));
        if (result.failed()) throw new Refused("NOT_CANCELABLE", result.message());
        return Answer.json(202, result);
    }

    public Answer erase(Call call, BoothKey key) {
        return erased(booths.ownRecord(call, key));
    }

    public Answer erase(Call call, GuestToken token) {
        return erased(booths.ownRecord(call, token));
    }

    private Answer erased(JobId job) {
        Job last = erase.begin(job).orElseThrow(NoSuchJob::refused);
        changes.erasing(job, clock.instant());
        erase.finish(last);
        return new Answer(204, Map.of(), "");
    }
}
