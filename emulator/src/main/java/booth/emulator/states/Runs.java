package booth.emulator.states;

import booth.asl.HistoryEvent;
import booth.asl.Timer;
import booth.asl.parse.InvalidDefinition;
import booth.asl.run.Engine;
import booth.asl.run.Execution;
import booth.emulator.spool.DamagedFile;
import booth.emulator.spool.DiskTrouble;
import booth.emulator.wire.ServiceError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All executions, running and past; each name once within ninety days. Thread-safe. */
final class Runs implements Run.Listener {
    /** How long AWS remembers an ended execution, and its name with it. */
    static final Duration RETENTION = Duration.ofDays(90);

    private static final int INTERNAL = 500;

    private final Path folder;
    private final Machines machines;
    private final Engine engine;
    private final Run.Turns turns;
    private final Standstill standstill;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private final List<Run> interrupted;
    private final List<Run> untold;

    Runs(Path folder, Machines machines, Engine engine, Run.Turns turns, Timer timer) {
        this.folder = folder;
        this.machines = machines;
        this.engine = engine;
        this.turns = turns;
        this.standstill = new Standstill(timer, this::goOn);
        journals().forEach(this::load);
        interrupted = all().filter(run -> run.summary().running()).toList();
        untold = all().filter(Run::isUntold).toList();
    }

    /** Those that were running when an earlier process ended. */
    List<Run> interrupted() {
        return interrupted;
    }

    /** Those of whose last change of status an earlier process may not have told. */
    List<Run> untold() {
        return untold;
    }

    /** Lets an execution of an earlier process go on where it was. */
    void resume(Run run) {
        try {
            run.goesOn(restore(run));
        } catch (InvalidDefinition | Damaged e) {
            Interrupted.end(run, String.valueOf(e.getMessage()));
        }
    }

    /** Continues an execution that ended badly, in this process or an earlier one. */
    void redrive(Run run) {
        restore(run).redrive();
    }

    private Execution restore(Run run) {
        Header header = run.header();
        Revision revision = machines.revision(header.machineName(), header.revisionId());
        return engine.restore(machines.program(revision), header.identity(), run.steps(), run);
    }

    /** @throws ServiceError ExecutionDoesNotExist */
    Run find(String arn) {
        Run run = runs.get(Arns.checked(arn));
        if (run != null) return run;
        throw unknown(arn);
    }

    private static ServiceError unknown(String arn) {
        return ServiceError.badRequest("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }

    Stream<Run> all() {
        return runs.values().stream();
    }

    Stream<Run> of(Machine machine) {
        return all().filter(run -> run.machineArn().equals(machine.arn()));
    }

    /**
     * Starts an execution, or finds the one that runs by this name with this very input.
     *
     * @throws ServiceError ExecutionAlreadyExists
     */
    synchronized Run start(Header header) {
        Optional<Run> known = remembered(header.arn());
        if (known.isPresent()) return known.filter(run -> isSame(run, header)).orElseThrow(() -> exists(header));
        Revision revision = machines.revision(header.machineName(), header.revisionId());
        Journal journal = journal(header);
        Run run = new Run(header, new Journal.Note(Summary.started(Instant.now()), 0), journal, this);
        try {
            journal.create(header);
            runs.put(header.arn(), run);
            engine.start(machines.program(revision), header.identity(), header.input(), run);
        } catch (UncheckedIOException e) { // it has not begun, and its name is free
            forget(run);
            throw e;
        }
        return run;
    }

    @Override
    public void turned(Run run, HistoryEvent event, Summary summary) {
        turns.turned(run, event, summary);
    }

    @Override
    public void stoodStill(Run run, UncheckedIOException trouble) {
        standstill.add(run, trouble);
    }

    /** Whether there are executions that could not write down what happened: whoever has news for one comes too early. */
    boolean standStill() {
        return standstill.any();
    }

    private void goOn(Run run) {
        if (runs.get(run.arn()) == run && run.summary().running()) resume(run);
    }

    private Optional<Run> remembered(String arn) {
        Run run = runs.get(arn);
        if (run == null || !run.closedBefore(Instant.now().minus(RETENTION))) return Optional.ofNullable(run);
        forget(run);
        return Optional.empty();
    }

    private static boolean isSame(Run run, Header header) {
        return run.summary().running() && run.header().input().equals(header.input());
    }

    private static ServiceError exists(Header header) {
        return ServiceError.badRequest("ExecutionAlreadyExists", "Execution Already Exists: '" + header.arn() + "'");
    }

    /** @return whether no execution whose name begins so is known any more */
    synchronized boolean forget(String prefix) {
        all().filter(run -> run.name().startsWith(prefix)).filter(Run::isOver).forEach(this::forget);
        return all().noneMatch(run -> run.name().startsWith(prefix));
    }

    private void forget(Run run) {
        runs.remove(run.arn());
        run.delete();
    }

    private Journal journal(Header header) {
        return new Journal(
                folder.resolve(Names.file(header.machineName())).resolve(Names.file(header.name()) + ".jsonl"));
    }

    private List<Path> journals() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.walk(folder, 2)) {
                return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
            }
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be read", folder, e);
        }
    }

    /** What is damaged is one execution's. */
    private void load(Path file) {
        try {
            take(new Journal(file));
        } catch (Damaged e) {
            if (Salvage.of(e)) take(new Journal(file));
        }
    }

    /** An execution that died before its first event never was: whoever started it got no answer. */
    private void take(Journal journal) {
        journal.repair();
        Optional<Run> run = journal.header()
                .flatMap(header -> journal.note().map(note -> new Run(header, note, journal, this)))
                .filter(known -> !known.closedBefore(Instant.now().minus(RETENTION)));
        run.filter(known -> known.summary().running() || known.isUntold()).ifPresent(Run::steps); // soon wanted
        run.ifPresentOrElse(known -> runs.put(known.arn(), known), journal::delete);
    }

    /**
     * What to answer to whoever asks for an execution that has ended and whose journal turns out to be damaged: it is not
     * known any more.
     */
    ServiceError lost(Damaged damage) {
        Optional<Run> run = all().filter(known -> known.isKeptIn(damage.file())).findFirst();
        if (run.isEmpty() || run.get().summary().running())
            return new ServiceError(INTERNAL, "InternalServerException", String.valueOf(damage.getMessage()));
        runs.remove(run.get().arn());
        if (Files.exists(damage.file()))
            new DamagedFile(damage.file()).setAside(damage.how(), "Its execution is not known any more.");
        return unknown(run.get().arn());
    }
}
