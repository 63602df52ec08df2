package booth.notify;

import booth.core.JobFolder;
import booth.core.JobId;
import booth.core.JobView;
import booth.core.Json;
import booth.core.JsonLog;
import booth.core.LogLine;
import booth.core.Together;
import booth.core.watching.Line;
import booth.core.watching.Messenger;
import booth.core.watching.News;
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

    private final JobFolder folder;
    private final UnaryOperator<String> links;
    private final Watchers watchers;
    private final Stream stream;
    private final Messenger messenger;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param links turns a key of the jobs bucket into a link a guest can open */
    Push(
            JobFolder folder,
            UnaryOperator<String> links,
            Stream stream,
            Messenger messenger,
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
    Set<News> tell(List<News> news) {
        Optional<JobId> job = news.get(0).jobId();
        if (job.isPresent()) return tell(job.get(), news);
        Set<News> early = news.stream()
                .filter(one -> one.notBefore().filter(clock.instant()::isBefore).isPresent())
                .collect(Collectors.toSet());
        if (early.size() < news.size()) tellTheLine();
        return early;
    }

    private void tellTheLine() {
        List<JobId> waiting = new Line(folder).waiting();
        Together.each(waiting, job -> {
            if (watchers.anyOf(job)) messenger.send(News.of(job));
            return job;
        });
    }

    private Set<News> tell(JobId job, List<News> news) {
        Set<String> asking =
                news.stream().flatMap(one -> one.connection().stream()).collect(Collectors.toSet());
        boolean changed = news.stream().anyMatch(one -> one.connection().isEmpty());
        List<Watcher> told = watchers.of(job).stream()
                .filter(watcher -> changed || asking.contains(watcher.connection()))
                .toList();
        if (told.isEmpty() && asking.isEmpty()) return Set.of();
        Optional<byte[]> view = JobView.of(job, folder, links).map(Json::bytes);
        if (view.isEmpty()) {
            Together.each(asking, stream::close);
            return Set.of();
        }
        Set<String> missed = Together.each(told, watcher -> missed(job, watcher, asking, view.get())).stream()
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

    private static Set<News> again(List<News> news, Set<String> missed) {
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
