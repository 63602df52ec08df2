package booth.emulator.states;

import booth.asl.SystemTimer;
import booth.asl.TaskService;
import booth.asl.run.Engine;
import booth.emulator.wire.JsonService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Step Functions, Standard workflows in the JSONata dialect, with the operations, error names and answers of AWS's API.
 *
 * <p>Machines and executions outlive the process in the data folder, however it ends. Executions that were running stand
 * still until {@link #recover()} is called, and whoever has something to say to one of them waits for that.
 */
public final class StatesService implements JsonService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatesService.class);
    private static final int INTERPRETERS = 2;
    private static final int PATIENCE = 30;
    private static final Set<String> TO_RUNNING_EXECUTIONS =
            Set.of("SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat", "StopExecution", "RedriveExecution");

    private final Map<String, Operation> operations = new TreeMap<>();
    private final Runs runs;
    private final Engine engine;
    private final SystemTimer timer = new SystemTimer();
    private final ExecutorService interpreters = Executors.newFixedThreadPool(INTERPRETERS, work -> {
        Thread thread = new Thread(work, "states");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((of, e) -> LOG.error("A step was not taken: {}", e.toString()));
        return thread;
    });
    private final StatusEvents events;
    private final CountDownLatch recovered;

    /**
     * Reads what earlier processes left in the data folder.
     *
     * @param tasks carries out Task states; {@link AwsTasks} is the real one
     * @param statusEvents receives EventBridge's "Step Functions Execution Status Change" of every execution that
     *     starts, is redriven or ends, in order, on a thread of its own
     */
    public StatesService(StatesSettings settings, TaskService tasks, Consumer<ObjectNode> statusEvents) {
        Arns arns = new Arns(settings.region(), settings.account());
        IssuedTokens issued = new IssuedTokens(tasks);
        events = new StatusEvents(settings, statusEvents);
        engine = new Engine(issued, timer, interpreters);
        Machines machines = new Machines(settings.folder().resolve("machines"));
        runs = new Runs(settings.folder().resolve("executions"), machines, engine, events::turned, timer);
        recovered = new CountDownLatch(runs.interrupted().isEmpty() ? 0 : 1);
        Catalog catalog = new Catalog(machines, runs);
        operations.putAll(new MachineOperations(arns, machines, catalog).operations());
        operations.putAll(new Tags(machines, catalog).operations());
        operations.putAll(new ExecutionOperations(arns, catalog, runs).operations());
        operations.putAll(new TaskOperations(engine, issued).operations());
        operations.putAll(new NotHere(catalog).operations());
        operations.put("GetExecutionHistory", new HistoryOperation(catalog));
    }

    /**
     * Lets executions go on that were running when an earlier process ended, and tells of changes of status that it may
     * not have told. To be called once, when the tasks' services and whoever receives the status events are ready.
     *
     * @return the ARNs of the executions that were running
     */
    public List<String> recover() {
        runs.untold().forEach(events::tellAgain);
        runs.interrupted().forEach(runs::resume);
        recovered.countDown();
        return runs.interrupted().stream().map(Run::arn).toList();
    }

    /**
     * Forgets the executions whose names begin so, as if their ninety days were over. Those that run, or of whose end
     * nobody has been told yet, stay.
     *
     * @return whether none stays
     */
    public boolean forget(String prefix) {
        return runs.forget(prefix);
    }

    @Override
    public String target() {
        return "AWSStepFunctions";
    }

    @Override
    public JsonNode call(String action, JsonNode input) {
        Operation operation = operations.get(action);
        if (operation == null) throw ServiceError.unknownOperation(action);
        if (TO_RUNNING_EXECUTIONS.contains(action)) {
            awaitRecovery();
            if (runs.standStill())
                throw new IllegalStateException("Executions cannot be written to the disk at the moment; try again.");
        }
        try {
            return operation.call(new Request(input));
        } catch (Damaged e) {
            throw runs.lost(e);
        }
    }

    private void awaitRecovery() {
        try {
            if (recovered.await(PATIENCE, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The executions of the last process are not running yet; try again.");
    }

    /** Stops interpreting; what runs is left to the next process. */
    @Override
    public void close() {
        engine.close();
        timer.close();
        interpreters.shutdownNow();
        events.close();
    }
}
