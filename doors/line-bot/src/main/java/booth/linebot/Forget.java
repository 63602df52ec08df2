package booth.linebot;

import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.ObjectStore;
import booth.core.operating.Erase;
import booth.core.watching.ChangeNotifier;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Erases the photos of a guest or of a chat, whatever is being made of them. */
final class Forget {
    private final ObjectStore store;
    private final Photos photos;
    private final Erase erase;
    private final ChangeNotifier changes;
    private final InstantSource clock;

    /** @param store the jobs bucket */
    Forget(ObjectStore store, Erase erase, ChangeNotifier changes, InstantSource clock) {
        this.store = store;
        this.photos = new Photos(store);
        this.erase = erase;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Everything of somebody, their choice too.
     *
     * @param owner as {@link Chat#owners} names them
     * @return how many photos there were
     */
    int everythingOf(String owner) {
        String prefix = LineKeys.jobsOf(owner);
        List<String> entries =
                store.list(prefix).stream().map(ObjectStore.Entry::key).toList();
        int erased = 0;
        for (String entry : entries) {
            if (erased(new JobId(entry.substring(prefix.length())))) erased++;
            store.delete(entry); // last: an erasure that broke off is found again
        }
        store.delete(LineKeys.choice(owner));
        return erased;
    }

    /** The photo in a message that its guest has taken back. */
    void photoIn(String messageId) {
        photos.find(messageId).ifPresent(claim -> erased(claim.job()));
    }

    private boolean erased(JobId id) {
        Optional<Job> job = erase.begin(id);
        job.ifPresent(last -> {
            changes.erasing(id, clock.instant());
            erase.finish(last);
        });
        return job.isPresent();
    }
}
