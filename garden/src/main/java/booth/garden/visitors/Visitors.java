package booth.garden.visitors;

import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.job.Faces;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobIndex;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import booth.garden.mood.FaceTraits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who was photographed by the booths on a day: a row for each face of each job that ended with a picture. Each row is a
 * box of {@code faces.json} with what stands beside it there, so no box meets another face's traits.
 *
 * <p>The faces are read first and the jobs' records after all of them: whose erasure had begun by then is not counted, as
 * an erasure marks the record before it deletes anything.
 */
final class Visitors {
    private static final Set<Status> FINISHED = Set.of(Status.SUCCEEDED, Status.PARTIAL);
    private static final int PAGE = 500;
    /** Requests at a time. */
    private static final int AT_ONCE = 16;

    private record Seen(JobId job, List<Faces.Face> faces) {}

    private final ObjectStore store;
    private final String bucket;
    private final JobIndex index;
    private final Jobs jobs;

    /**
     * @param store the jobs bucket
     * @param bucket its name
     */
    Visitors(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
        this.index = new JobIndex(store);
        this.jobs = new Jobs(store);
    }

    /** @param day as booths count it, nine hours ahead of UTC */
    List<Visitor> of(LocalDate day) {
        Instant from = day.atStartOfDay().toInstant(Visitor.ZONE);
        Instant to = day.plusDays(1).atStartOfDay().toInstant(Visitor.ZONE);
        List<Seen> seen = each(opened(from, to), this::look);
        return each(seen, one -> rows(one, from, to)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Of all booths, on the days of UTC that a day of theirs touches. */
    private List<JobId> opened(Instant from, Instant to) {
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(to.minusMillis(1), ZoneOffset.UTC);
        List<JobId> opened = new ArrayList<>();
        for (String booth : index.booths())
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) addAll(opened, booth, day);
        return opened;
    }

    private void addAll(List<JobId> opened, String booth, LocalDate day) {
        Optional<String> cursor = Optional.empty();
        do {
            JobIndex.Page page = index.page(booth, day, cursor, PAGE);
            opened.addAll(page.jobs());
            cursor = page.cursor();
        } while (cursor.isPresent());
    }

    private Seen look(JobId job) {
        return new Seen(job, Faces.find(job, store).map(Faces::faces).orElse(List.of()));
    }

    private List<Visitor> rows(Seen seen, Instant from, Instant to) {
        Optional<Instant> when = job(seen)
                .filter(job -> FINISHED.contains(job.status()))
                .map(Job::createdAt)
                .filter(time -> !time.isBefore(from) && time.isBefore(to));
        return when.map(time -> IntStream.range(0, seen.faces().size())
                        .boxed()
                        .flatMap(i -> row(seen, i, time))
                        .toList())
                .orElse(List.of());
    }

    /** Empty where it is gone or going, and where nobody can read its record: that one is the operators' matter. */
    private Optional<Job> job(Seen seen) {
        if (seen.faces().isEmpty()) return Optional.empty();
        try {
            return jobs.find(seen.job());
        } catch (Refused damaged) {
            return Optional.empty();
        }
    }

    private Stream<Visitor> row(Seen seen, int i, Instant time) {
        return FaceTraits.of(seen.faces().get(i).attributes())
                .map(face -> Visitor.of(seen.job(), i + 1, bucket, face, time))
                .stream();
    }

    private static <A, B> List<B> each(List<A> items, Function<A, B> work) {
        List<B> results = new ArrayList<>();
        for (int i = 0; i < items.size(); i += AT_ONCE)
            results.addAll(Concurrently.each(items.subList(i, Math.min(items.size(), i + AT_ONCE)), work));
        return results;
    }
}
