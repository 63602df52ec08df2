package booth.notify;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.JobId;
import booth.core.job.JobView;
import booth.core.job.ObjectStore;
import booth.core.job.WaitingList;
import booth.core.watching.ChangeEvent;
import booth.core.watching.ChangePublisher;
import booth.core.watching.Watchers;
import booth.core.watching.Watchers.Watcher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Tells those who watch a job how it stands. It is called for one job never twice at a time, and looks at the job when it
 * is called: so what it sends gets newer and newer, and the last that it sends is how things are.
 *
 * <p>A connection that is closed loses its marker. One that does not take a message, or was opened so lately that it may
 * not take any yet, is tried again; whoever misses a message in the end sees the same by polling, so it harms nobody.
 */
final class Push {
    /** API Gateway opens a connection when {@code $connect} has answered, for which it waits this long. */
    private static final Duration OPENING = Duration.ofSeconds(30);

    private final ObjectStore folder;
    private final UnaryOperator<String> links;
    private final Watchers watchers;
    private final Stream stream;
    private final ChangePublisher messenger;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param links turns a key of the jobs bucket into a link a guest can open */
    Push(
            ObjectStore folder,
            UnaryOperator<String> links,
            Stream stream,
            ChangePublisher messenger,
            InstantSource clock,
            JsonLog log) {
        this.folder = folder;
        this.links = links;
        this.watchers = new Watchers(folder);
        this.stream = stream;
        this.messenger = messenger;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Handles all news of one subject at once.
     *
     * @return those that are to be told again
     */
    Set<ChangeEvent> tell(List<ChangeEvent> news) {
        Optional<JobId> job = news.get(0).jobId();
        if (job.isPresent()) return tell(job.get(), news);
        Set<ChangeEvent> early = news.stream()
                .filter(one -> one.notBefore().filter(clock.instant()::isBefore).isPresent())
                .collect(Collectors.toSet());
        if (early.size() < news.size()) tellTheLine();
        return early;
    }

    private void tellTheLine() {
        List<JobId> waiting = new WaitingList(folder).waiting();
        Concurrently.each(waiting, job -> {
            if (watchers.anyOf(job)) messenger.send(ChangeEvent.of(job));
            return job;
        });
    }

    private Set<ChangeEvent> tell(JobId job, List<ChangeEvent> news) {
        Set<String> asking =
                news.stream().flatMap(one -> one.connection().stream()).collect(Collectors.toSet());
        boolean changed = news.stream().anyMatch(one -> one.connection().isEmpty());
        List<Watcher> told = watchers.of(job).stream()
                .filter(watcher -> changed || asking.contains(watcher.connection()))
                .toList();
        if (told.isEmpty() && asking.isEmpty()) return Set.of();
        Optional<byte[]> view = JobView.of(job, folder, links).map(Json::bytes);
        if (view.isEmpty()) {
            Concurrently.each(asking, stream::close);
            return Set.of();
        }
        Set<String> missed = Concurrently.each(told, watcher -> missed(job, watcher, asking, view.get())).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return again(news, missed);
    }

    /** Sends the view; the connection if it did not get it and must be tried again. */
    private Optional<String> missed(JobId job, Watcher watcher, Set<String> asking, byte[] view) {
        String connection = watcher.connection();
        switch (stream.send(connection, view)) {
            case SENT -> {}
            case FAILED -> {
                log.write(LogLine.of("push_failed").job(job));
                return Optional.of(connection);
            }
            case GONE -> {
                if (!opening(watcher)) watchers.remove(job, connection);
                else if (asking.contains(connection)) return Optional.of(connection); // the others are about to ask
            }
        }
        return Optional.empty();
    }

    private static Set<ChangeEvent> again(List<ChangeEvent> news, Set<String> missed) {
        Set<String> asked =
                news.stream().flatMap(one -> one.connection().stream()).collect(Collectors.toSet());
        boolean others = !asked.containsAll(missed);
        return news.stream()
                .filter(one -> one.connection().map(missed::contains).orElse(others))
                .collect(Collectors.toSet());
    }

    private boolean opening(Watcher watcher) {
        return watcher.since().plus(OPENING).isAfter(clock.instant());
    }
}
