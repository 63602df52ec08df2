package booth.core.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jobs that wait for their pictures, in the order in which they began to: one marker {@code line/<time>-<jobId>} for
 * each. It only shows those who wait how far they are, and is no queue: the orders themselves wait in SQS. A marker that was left behind
 * stops counting when its execution must be over.
 */
public final class WaitingList {
    private static final String PREFIX = "line/";
    private static final Pattern MARKER = Pattern.compile("line/(\\d{13})-([0-9a-f]{32})");
    private static final Duration LONGEST_WAIT = Duration.ofHours(2); // of an execution

    private record Place(String key, long since, JobId job) {}

    private final ObjectStore store;

    /** @param store the jobs bucket */
    public WaitingList(ObjectStore store) {
        this.store = store;
    }

    /** Its masks are made, its pictures are wanted. A job that waits already keeps its place. */
    public void join(JobId job, Instant now) {
        if (places().stream().noneMatch(place -> place.job().equals(job)))
            store.write(
                    PREFIX + "%013d-%s".formatted(now.toEpochMilli(), job),
                    job.value().getBytes(UTF_8));
    }

    /** Says whether it stood there. */
    public boolean leave(JobId job) {
        List<Place> mine =
                places().stream().filter(place -> place.job().equals(job)).toList();
        mine.forEach(place -> store.delete(place.key()));
        return !mine.isEmpty();
    }

    /** From 1 for the one that is next or being painted; empty for a job that does not wait. */
    public OptionalInt position(JobId job) {
        List<Place> places = places();
        return places.stream()
                .filter(place -> place.job().equals(job))
                .mapToInt(mine -> (int) places.stream()
                        .filter(place -> place.since() > mine.since() - LONGEST_WAIT.toMillis())
                        .takeWhile(place -> !place.equals(mine))
                        .map(Place::job)
                        .distinct()
                        .count())
                .map(before -> before + 1)
                .findFirst();
    }

    /** The first is next. */
    public List<JobId> waiting() {
        return places().stream().map(Place::job).distinct().toList();
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (ObjectStore.Entry entry : store.list(PREFIX)) {
            Matcher marker = MARKER.matcher(entry.key());
            if (marker.matches())
                places.add(new Place(entry.key(), Long.parseLong(marker.group(1)), new JobId(marker.group(2))));
        }
        return places;
    }
}
