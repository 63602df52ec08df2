package booth.core.operating;

import booth.core.job.Executions;
import booth.core.job.Executions.Run;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobIndex;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Problem;
import booth.core.job.Status;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the record of a job again that makes no sense any more, of what else is known: the index has the booth and the
 * time, the photo its name, the pictures the booth's own name for the job, Step Functions how its executions stand. Words,
 * callback and the guest's token are lost. So a job can be replayed, canceled and, above all, erased whatever happened to
 * its record.
 */
public final class Mend {
    private static final Pattern PICTURE = Pattern.compile("photo_([A-Za-z0-9][A-Za-z0-9_-]{0,63})_\\d+\\.jpeg");
    private static final Pattern MASK = Pattern.compile("mask_(.+)\\.png");

    private final Jobs jobs;
    private final JobIndex index;
    private final ObjectStore folder;
    private final ObjectStore uploads;
    private final Executions executions;
    private final InstantSource clock;

    /**
     * @param folder the jobs bucket
     * @param uploads the uploads bucket
     */
    public Mend(ObjectStore folder, ObjectStore uploads, Executions executions, InstantSource clock) {
        this.jobs = new Jobs(folder);
        this.index = new JobIndex(folder);
        this.folder = folder;
        this.uploads = uploads;
        this.executions = executions;
        this.clock = clock;
    }

    /**
     * Only for who has found the record damaged: it looks at the whole index.
     *
     * @return whether it was damaged and is not any more; false also for a job that the index does not know
     */
    public boolean mend(JobId id) {
        return index.find(id)
                .map(opened -> remade(id, opened))
                .filter(jobs::mend)
                .isPresent();
    }

    private Job remade(JobId id, JobIndex.Opened opened) {
        Job waiting = Job.awaitingUpload(id, request(id, opened.booth()), opened.when());
        return latest(id).map(run -> begun(waiting, run)).orElse(waiting);
    }

    private record Latest(int attempt, Run run) {}

    private Optional<Latest> latest(JobId id) {
        Optional<Latest> latest = Optional.empty();
        for (int attempt = 0; ; attempt++) {
            Optional<Run> run = executions.find(id.executionName(attempt));
            if (run.isEmpty()) return latest;
            latest = Optional.of(new Latest(attempt, run.get()));
        }
    }

    private Job begun(Job waiting, Latest latest) {
        Job queued = waiting.queued(latest.attempt(), clock.instant());
        if (latest.run().state() == Executions.State.RUNNING) return queued;
        Problem lost = new Problem(
                Jobs.DAMAGED,
                "The job's record was damaged; replay it, and it is as if only a photo was asked for.",
                true);
        return queued.ended(Status.FAILED, List.of(), Optional.of(lost), clock.instant());
    }

    private JobRequest request(JobId id, String booth) {
        List<String> files = names(folder, id).toList();
        String photo = names(uploads, id)
                .findFirst()
                .or(() -> first(files, MASK).map(stem -> stem + ".jpg"))
                .orElse("photo.jpg");
        String stem = JobKeys.of(id, requestOf(photo, Optional.empty(), booth)).mask();
        Optional<String> own = first(files, PICTURE).filter(name -> !stem.endsWith("/mask_" + name + ".png"));
        return requestOf(photo, own, booth);
    }

    private static JobRequest requestOf(String photo, Optional<String> id, String booth) {
        String type = photo.toLowerCase(Locale.ROOT).endsWith(".png") ? "image/png" : "image/jpeg";
        return new JobRequest(photo, type, id, Optional.empty(), booth, List.of());
    }

    private static Stream<String> names(ObjectStore bucket, JobId id) {
        String folder = JobKeys.folder(id);
        return bucket.list(folder).stream().map(entry -> entry.key().substring(folder.length()));
    }

    private static Optional<String> first(List<String> names, Pattern form) {
        return names.stream()
                .map(form::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .findFirst();
    }
}
