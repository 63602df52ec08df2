package booth.api.jobs;

import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.Jobs;
import booth.http.Call;
import booth.http.GuestToken;
import booth.http.NoSuchJob;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps booths apart: a key is good for the jobs of its own booth. */
record Booths(Jobs jobs) {
    /** @throws Refused {@code WRONG_BOOTH} when another booth than the key's was named */
    static void require(BoothKey key, Optional<String> named) {
        named.filter(booth -> !booth.equals(key.booth())).ifPresent(other -> {
            throw new Refused("WRONG_BOOTH", "This key is that of booth '" + key.booth() + "'.");
        });
    }

    /** @throws Refused {@code NO_SUCH_JOB} also for a job of another booth, so that nobody learns that it exists */
    JobId own(Call call, BoothKey key) {
        return require(jobs.find(call.job()), job -> isOf(key, job));
    }

    /**
     * Also one whose erasure broke off.
     *
     * @throws Refused {@code NO_SUCH_JOB} also for a job of another booth
     */
    JobId ownRecord(Call call, BoothKey key) {
        return require(jobs.findRecord(call.job()), job -> isOf(key, job));
    }

    /**
     * Also one whose erasure broke off.
     *
     * @throws Refused {@code NO_SUCH_JOB} also for the job of another guest
     */
    JobId ownRecord(Call call, GuestToken token) {
        return require(jobs.findRecord(call.job()), job -> job.isOf(token.text()));
    }

    private static boolean isOf(BoothKey key, Job job) {
        return job.request().booth().equals(key.booth());
    }

    private static JobId require(Optional<Job> job, Predicate<Job> own) {
        return job.filter(own).map(Job::jobId).orElseThrow(NoSuchJob::refused);
    }
}
