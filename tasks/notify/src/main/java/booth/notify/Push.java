package booth.notify;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.JobId;
import booth.core.job.JobLinks;
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

    private final ObjectStore store;
    private final JobLinks links;
    private final Watchers watchers;
    private final CallOut callOut;
    private final Stream stream;
    private final ChangePublisher publisher;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param links turns a key of the jobs bucket into a link a guest can open */
    Push(
            ObjectStore store,
            JobLinks links,
            Stream stream,
            ChangePublisher publisher,
            InstantSource clock,
            JsonLog log) {
        this.store = store;
        this.links = links;
        this.watchers = new Watchers(store);
        this.callOut = new CallOut(store, stream, clock, log);
        this.stream = stream;
        this.publisher = publisher;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Handles all events of one subject at once.
     *
     * @return those that are to be handled again
     */
    Set<ChangeEvent> push(List<ChangeEvent> events) {
        Optional<JobId> job = events.get(0).jobId();
        if (job.isPresent()) return push(job.get(), events);
        if (events.get(0).calledOut().isPresent()) return callOut.callOut(events);
        Set<ChangeEvent> early = events.stream()
                .filter(event ->
                        event.notBefore().filter(clock.instant()::isBefore).isPresent())
                .collect(Collectors.toSet());
        if (early.size() < events.size()) publishWaiting();
        return early;
    }

    private void publishWaiting() {
        List<JobId> waiting = new WaitingList(store).waiting();
        Concurrently.each(waiting, job -> {
            if (watchers.anyOf(job)) publisher.publish(ChangeEvent.of(job));
            return job;
        });
    }

    private Set<ChangeEvent> push(JobId job, List<ChangeEvent> events) {
        Set<String> asking =
                events.stream().flatMap(event -> event.connection().stream()).collect(Collectors.toSet());
        boolean changed = events.stream().anyMatch(event -> event.connection().isEmpty());
        List<Watcher> told = watchers.of(job).stream()
                .filter(watcher -> changed || asking.contains(watcher.connection()))
                .toList();
        if (told.isEmpty() && asking.isEmpty()) return Set.of();
        Optional<byte[]> view = JobView.of(job, store, links).map(Json::bytes);
        if (view.isEmpty()) {
            Concurrently.each(asking, stream::close);
            return Set.of();
        }
        Set<String> missed = Concurrently.each(told, watcher -> missed(job, watcher, asking, view.get())).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return again(events, missed);
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

    private static Set<ChangeEvent> again(List<ChangeEvent> events, Set<String> missed) {
        Set<String> asked =
                events.stream().flatMap(event -> event.connection().stream()).collect(Collectors.toSet());
        boolean others = !asked.containsAll(missed);
        return events.stream()
                .filter(event -> event.connection().map(missed::contains).orElse(others))
                .collect(Collectors.toSet());
    }

    private boolean opening(Watcher watcher) {
        return watcher.since().plus(OPENING).isAfter(clock.instant());
    }
}
