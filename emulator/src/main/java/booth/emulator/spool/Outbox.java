package booth.emulator.spool;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JavaType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deliveries that outlive the process. Each is noted on disk before anybody may count on it, and stays noted until it was
 * carried or given up; one that was under way when the process ended is carried again, at the attempt it was at. So
 * everything arrives at least once.
 *
 * @param <T> what is delivered; JSON
 */
public final class Outbox<T> implements AutoCloseable {
    private static final int HEX = 16;
    /** Whatever else is in the folder, of the file manager perhaps, is none of ours. */
    private static final Pattern NAME = Pattern.compile("[0-7][0-9A-F]{15}");

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(5);

    /** Brings something to where it belongs. */
    @FunctionalInterface
    public interface Carrier<T> {
        /**
         * @param attempt from 1
         * @return how long to wait before it is tried again; empty when it is delivered or given up. An exception means
         *     that not even giving up worked: it is tried again and again, also after the next start
         */
        Optional<Duration> carry(T parcel, int attempt);
    }

    private record Note<T>(T parcel, int attempt) {}

    private final Spool spool;
    private final JavaType type;
    private final ExecutorService threads;
    private final Carrier<T> carrier;
    private final ScheduledExecutorService later;
    private final List<String> earlier;
    private final AtomicLong clock;
    private volatile boolean closed;

    /** @param threads carry; they end with the outbox */
    public Outbox(Spool spool, Class<T> type, ExecutorService threads, Carrier<T> carrier) {
        this.spool = spool;
        this.type = Json.MAPPER.getTypeFactory().constructParametricType(Note.class, type);
        this.threads = threads;
        this.carrier = carrier;
        this.earlier = spool.names().stream().filter(NAME.asMatchPredicate()).toList();
        this.clock = new AtomicLong(earlier.stream()
                .mapToLong(name -> Long.parseLong(name, HEX))
                .max()
                .orElse(0));
        this.later = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "outbox");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Notes it and returns; it will be carried. */
    public void send(T parcel) {
        carry(note(parcel), parcel);
    }

    /**
     * Only notes it.
     *
     * @return the note's name
     */
    public String note(T parcel) {
        long now = System.currentTimeMillis() * 1000;
        String name = String.format(Locale.ROOT, "%016X", clock.updateAndGet(last -> Math.max(last + 1, now)));
        write(name, parcel, 1);
        return name;
    }

    /** Carries what was noted, perhaps known better by now. */
    public void carry(String note, T parcel) {
        carry(note, parcel, 1);
    }

    /** Takes the note back. */
    public void forget(String note) {
        spool.remove(note);
    }

    /**
     * Carries what earlier processes left, each as the function knows it by now, or forgets it when the function answers
     * with nothing. Call it once.
     */
    public void resume(Function<T, Optional<T>> current) {
        for (String name : earlier) {
            read(name)
                    .ifPresent(note -> current.apply(note.parcel())
                            .ifPresentOrElse(parcel -> carry(name, parcel, note.attempt()), () -> forget(name)));
        }
    }

    private void carry(String name, T parcel, int attempt) {
        try {
            threads.execute(() -> attempt(name, parcel, attempt));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} waits for the next start", name); // closed
        }
    }

    private void attempt(String name, T parcel, int attempt) {
        try {
            Optional<Duration> pause = carrier.carry(parcel, attempt);
            if (closed) return; // what an interrupted carrier says does not count
            if (pause.isEmpty()) {
                forget(name);
                return;
            }
            write(name, parcel, attempt + 1);
            later.schedule(() -> carry(name, parcel, attempt + 1), pause.get().toMillis(), MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} waits for the next start", name); // closed
        } catch (RuntimeException e) {
            if (closed) return;
            LOG.error("{} could not be delivered; it is tried again", name, e);
            later.schedule(() -> carry(name, parcel, attempt), PAUSE_AFTER_TROUBLE.toMillis(), MILLISECONDS);
        }
    }

    private void write(String name, T parcel, int attempt) {
        spool.put(name, Json.bytes(new Note<>(parcel, attempt)));
    }

    /** Empty when it cannot be understood: it must not keep the others from being carried. */
    private Optional<Note<T>> read(String name) {
        return spool.read(name, type, "What it was to deliver is not delivered.");
    }

    /** What is not yet delivered stays noted. */
    @Override
    public void close() {
        closed = true;
        later.shutdownNow();
        threads.shutdownNow();
    }
}
