package booth.core.watching;

import booth.core.Busy;
import booth.core.job.JobId;
import booth.core.job.ObjectStore;
import booth.core.job.WaitingList;
import java.time.Instant;
import java.util.List;

/** Has those who watch a job told of what happens to it. A job nobody watches costs one request. */
public final class ChangeNotifier {
    private final Watchers watchers;
    private final WaitingList line;
    private final ChangePublisher messenger;

    /** @param folder the jobs bucket */
    public ChangeNotifier(ObjectStore folder, ChangePublisher messenger) {
        this.watchers = new Watchers(folder);
        this.line = new WaitingList(folder);
        this.messenger = messenger;
    }

    /**
     * The job's record or files have changed.
     *
     * @throws Busy when it may get through later
     */
    public void changed(JobId job) {
        if (watchers.anyOf(job)) messenger.send(ChangeEvent.of(job));
    }

    /** The job waits for pictures no longer, whatever became of it: those behind it come closer. */
    public void leftTheLine(JobId job, Instant now) {
        if (line.leave(job)) messenger.send(ChangeEvent.lineMoved(now));
    }

    /** Erases a job; the connections that watched it are closed. */
    public void erasing(JobId job, Runnable erase) {
        List<Watchers.Watcher> left = watchers.of(job);
        erase.run();
        left.forEach(watcher -> messenger.send(ChangeEvent.asked(job, watcher.connection())));
    }
}
