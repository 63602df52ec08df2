package booth.emulator.states;

import booth.asl.HistoryEvent;
import booth.asl.run.Execution;
import booth.asl.run.Step;
import booth.asl.run.StepListener;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One execution as the API sees it. Its journal holds everything; in memory are its names, how it stands, and while it
 * runs, the interpreter's handle. Every step goes to the journal before the interpreter acts on it.
 */
final class Run implements StepListener {
    /** Hears of every event that changes a status, after it was written. */
    @FunctionalInterface
    interface Turns {
        /** @param summary as it was right after the event */
        void turned(Run run, HistoryEvent event, Summary summary);
    }

    /** Hears also of steps that could not be written: the execution stands still until it is restored. */
    interface Listener extends Turns {
        void stoodStill(Run run, UncheckedIOException trouble);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final long BEGIN_SECONDS = 5;

    private final String arn;
    private final String name;
    private final String machineArn;
    private final Journal journal;
    private final Listener listener;
    private final Object writing = new Object();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile Journal.Note note;
    private volatile Optional<Execution> live = Optional.empty();
    private volatile Optional<String> redriveToken = Optional.empty();

    Run(Header header, Journal.Note note, Journal journal, Listener listener) {
        this.arn = header.arn();
        this.name = header.name();
        this.machineArn = header.machineArn();
        this.note = note;
        this.journal = journal;
        this.listener = listener;
    }

    @Override
    public void recorded(Execution execution, Step step) {
        try {
            record(step);
        } catch (UncheckedIOException e) {
            live = Optional.empty();
            begun.countDown(); // it never will
            listener.stoodStill(this, e);
            throw e;
        }
        goesOn(execution);
    }

    /** Keeps the interpreter's handle as long as it is of use. */
    void goesOn(Execution execution) {
        live = Optional.of(execution).filter(running -> summary().running());
    }

    /** Writes a step the interpreter did not make. */
    void record(Step step) {
        synchronized (writing) {
            journal.append(step);
            step.events().forEach(this::count);
        }
        begun.countDown();
    }

    /** Returns when its first event is written down; a moment after it was started. */
    void awaitBegin() {
        try {
            if (!begun.await(BEGIN_SECONDS, TimeUnit.SECONDS)) LOG.warn("{} has not begun yet", arn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(HistoryEvent event) {
        Summary summary = summary().after(event);
        note = new Journal.Note(summary, note.told());
        if (summary.turned()) listener.turned(this, event, summary);
    }

    /** Writes down that whoever waits for a change of the status has heard of this one. */
    void told(HistoryEvent event) {
        synchronized (writing) {
            Journal.Note told = new Journal.Note(summary(), event.id());
            journal.append(told);
            note = told;
        }
    }

    /** Whether this change of the status, or a later one, has been told. */
    boolean isTold(HistoryEvent event) {
        return note.told() >= event.id();
    }

    /** Whether a change of the status may not have been told. */
    boolean isUntold() {
        return note.told() < summary().turn();
    }

    /** Whether it has ended, and everybody knows. */
    boolean isOver() {
        return !summary().running() && !isUntold();
    }

    String arn() {
        return arn;
    }

    String name() {
        return name;
    }

    String machineArn() {
        return machineArn;
    }

    Summary summary() {
        return note.summary();
    }

    Instant startDate() {
        return summary().startDate();
    }

    /** From disk. */
    Header header() {
        return journal.header().orElseThrow(() -> new IllegalStateException("The journal of " + arn + " is empty."));
    }

    /** From disk. */
    List<HistoryEvent> history() {
        return journal.events();
    }

    /** From disk. */
    List<Step> steps() {
        return journal.steps();
    }

    /** The interpreter's handle, while it runs. */
    Optional<Execution> live() {
        return live;
    }

    /** The client token of the last redrive. */
    Optional<String> redriveToken() {
        return redriveToken;
    }

    void redrivenBy(Optional<String> token) {
        redriveToken = token;
    }

    boolean closedBefore(Instant instant) {
        return summary().stopDate().filter(stop -> stop.isBefore(instant)).isPresent();
    }

    boolean isKeptIn(Path file) {
        return journal.file().equals(file);
    }

    void delete() {
        journal.delete();
    }
}
