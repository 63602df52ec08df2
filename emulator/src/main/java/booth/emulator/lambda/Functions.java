package booth.emulator.lambda;

import booth.emulator.account.Account;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The functions of the account, by name. */
public final class Functions implements AutoCloseable {
    private final Account account;
    private final FunctionOutput output;
    private final Map<String, DeployedFunction> functions = new ConcurrentSkipListMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.named("lambda"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Threads.named("lambda-clock"));
    private final Concurrency concurrency;

    public Functions(Account account) {
        this(account, Concurrency.DEFAULT, FunctionOutput.asIs());
    }

    public Functions(Account account, Concurrency concurrency, FunctionOutput output) {
        this.account = account;
        this.concurrency = concurrency;
        this.output = output;
        clock.setRemoveOnCancelPolicy(true); // nearly every call ends long before its time
    }

    /** @throws IllegalArgumentException naming the function when its handler is missing or of the wrong kind */
    public void deploy(FunctionSpec function) {
        functions.put(
                function.name(),
                new DeployedFunction(
                        function,
                        arn(function.name()),
                        account.region(),
                        concurrency,
                        new Sandboxes(concurrency.sandboxes(function), threads),
                        clock,
                        output));
    }

    /** Begins to build every handler, as SnapStart does when a version is published; calls meanwhile just wait for theirs. */
    public void setUp() {
        for (DeployedFunction function : all()) threads.execute(function::setUp);
    }

    /**
     * Calls a function and waits for it.
     *
     * @param function name or ARN; a version or alias behind it is accepted and means the same
     * @throws IllegalArgumentException when there is no such function
     */
    public Invocation invoke(String function, byte[] payload) {
        return find(function)
                .orElseThrow(() -> new IllegalArgumentException("There is no function " + function + "."))
                .invoke(payload);
    }

    /**
     * Calls a function. A call whose future is cancelled while it waits in line will never run.
     *
     * @param function as in {@link #invoke}
     * @param begun run once, when the call leaves the line and its time begins
     * @return empty when there is no such function
     */
    public Optional<CompletableFuture<Invocation>> call(String function, byte[] payload, Runnable begun) {
        return find(function).map(found -> found.call(payload, begun));
    }

    String arn(String name) {
        return account.arn("lambda", "function:" + name);
    }

    Optional<DeployedFunction> find(String function) {
        return Optional.ofNullable(functions.get(FunctionName.of(function)));
    }

    Collection<DeployedFunction> all() {
        return List.copyOf(functions.values());
    }

    /** Drops what waits and interrupts what still runs. */
    @Override
    public void close() {
        all().forEach(DeployedFunction::close);
        clock.shutdownNow();
        threads.shutdownNow();
    }
}
