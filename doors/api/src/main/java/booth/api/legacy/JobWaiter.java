package booth.api.legacy;

import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Waits for a job's end for as long as a client's connection lasts: API Gateway cuts it after 29 s. */
public final class JobWaiter {
    public static final Duration LONGEST = Duration.ofSeconds(25);
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration SLOWEST = Duration.ofSeconds(1);

    /** Lets time pass. */
    public interface Pause {
        void pause(Duration time);
    }

    private final Jobs jobs;
    private final Pause pause;
    private final InstantSource clock;

    public JobWaiter(Jobs jobs, Pause pause, InstantSource clock) {
        this.jobs = jobs;
        this.pause = pause;
        this.clock = clock;
    }

    /** The job when it has ended, or when waiting any longer would be too long; empty when it is erased meanwhile. */
    Optional<Job> await(JobId id) {
        Instant last = clock.instant().plus(LONGEST);
        for (Duration step = FIRST; ; step = step.multipliedBy(2)) {
            Optional<Job> job = jobs.find(id);
            Duration left = Duration.between(clock.instant(), last);
            if (job.isEmpty() || job.get().status().ended() || left.isNegative() || left.isZero()) return job;
            pause.pause(shortest(shortest(step, SLOWEST), left));
        }
    }

    private static Duration shortest(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
