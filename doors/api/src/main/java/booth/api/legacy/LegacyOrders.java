package booth.api.legacy;

import booth.core.Refused;
import booth.core.job.Executions;
import booth.core.job.Job;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.PictureMode;
import booth.core.job.Status;
import booth.core.operating.StartJob;
import booth.core.watching.ChangeNotifier;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes existing clients' orders. The first order for a photo settles what its job is to make, and lets it go: it starts
 * here if the photo is there, and otherwise when it arrives. The record is released <em>before</em> the photo is looked
 * for, so of an order and an arrival that cross at least one sees the other; if both do, the execution has one name and
 * is started once. An order that is repeated changes nothing and is answered alike.
 */
public final class LegacyOrders {
    /** Whose jobs these are where no key says it. */
    static final String BOOTH = "public";

    private final Jobs jobs;
    private final ObjectStore photos;
    private final StartJob startJob;

    /** @param photos the uploads bucket */
    public LegacyOrders(
            Jobs jobs, ObjectStore photos, Executions executions, ChangeNotifier notifier, InstantSource clock) {
        this.jobs = jobs;
        this.photos = photos;
        this.startJob = new StartJob(executions, jobs, notifier, clock);
    }

    /**
     * The job that makes what is ordered.
     *
     * @throws Refused {@code NO_SUCH_PHOTO} for a key that was never given out, {@code ALREADY_ORDERED} in another
     *     way
     */
    Job take(PhotoOrder order, PictureMode mode) {
        Job job = JobKeys.jobOf(order.key())
                .flatMap(jobs::find)
                .filter(found -> found.keys().upload().equals(order.key()))
                .orElseThrow(LegacyOrders::unknown);
        JobRequest request = job.request().with(mode).named(order.id(), Optional.of(order.requestId()));
        Job released = jobs.update(
                        job.jobId(), before -> before.status() == Status.HELD ? before.released(request) : before)
                .orElseThrow(LegacyOrders::unknown);
        requireSame(request, released.request());
        if (released.status() == Status.AWAITING_UPLOAD && photos.exists(order.key())) startJob.start(released);
        return released;
    }

    private static void requireSame(JobRequest asked, JobRequest settled) {
        if (!asked.id().equals(settled.id()) || asked.pictureMode() != settled.pictureMode())
            throw new Refused(
                    "ALREADY_ORDERED",
                    "This photo was ordered before, under another id or other pictures of it; send it again to have more made.");
    }

    private static Refused unknown() {
        return new Refused(
                "NO_SUCH_PHOTO", "There is no photo under this key; get one from /upload, it is good for a day.");
    }
}
