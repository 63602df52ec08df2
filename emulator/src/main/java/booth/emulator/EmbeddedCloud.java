package booth.emulator;

import booth.emulator.account.Account;
import booth.emulator.account.Identity;
import booth.emulator.account.ProfileFiles;
import booth.emulator.events.Timetable;
import booth.emulator.lambda.Functions;
import booth.emulator.logs.LogGroups;
import booth.emulator.logs.LogsService;
import booth.emulator.logs.StandardOutput;
import booth.emulator.s3.Notifications;
import booth.emulator.s3.S3Server;
import booth.emulator.secrets.Secrets;
import booth.emulator.secrets.SecretsService;
import booth.emulator.sqs.SqsServer;
import booth.emulator.template.Outside;
import booth.emulator.template.Stack;
import booth.emulator.wire.ServiceProxy;
import booth.emulator.wire.StartGate;
import booth.emulator.wire.WireServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * A cloud in this JVM: starts the servers on loopback, deploys the templates into them, and points the SDK clients of the
 * JVM at them. One at a time; it keeps its objects, queues, executions and topics in the data folder, and what it has taken
 * on survives the death of the process at any moment.
 */
public final class EmbeddedCloud implements AutoCloseable {
    private final Endpoints endpoints = new Endpoints();
    private final Cleanup cleanup = new Cleanup();
    private final Stopwatch stopwatch = new Stopwatch();
    private final DeployedStacks stacks;
    private final Account account;
    private final DataFolder data;
    private final LogGroups logs;
    private final Functions functions;
    private final Secrets secrets;
    private final StartGate gate = new StartGate();
    private volatile Optional<Timetable> timetable = Optional.empty();

    private EmbeddedCloud(DeployedStacks stacks, Settings settings, DataFolder data) {
        this.stacks = stacks;
        this.account = settings.account();
        this.data = cleanup.add(data);
        this.logs = cleanup.add(new LogGroups(data.resolve(DataFolder.LOGS), Clock.systemUTC()));
        this.secrets = new Secrets(data.resolve(Secrets.FOLDER), account);
        this.functions =
                cleanup.add(new Functions(account, settings.concurrency(), cleanup.add(StandardOutput.take(logs))));
    }

    /** As {@link #start(Settings, AddedServices, Front, Forgetting)}, and executions are kept as on AWS. */
    public static EmbeddedCloud start(Settings settings, AddedServices added, Front front) {
        return start(settings, added, front, Forgetting.NOTHING);
    }

    /**
     * Starts everything and returns when it works.
     *
     * @param added what the emulator does not have itself, under the same roof
     * @param front who answers requests that are for no service of AWS
     * @param forgetting which executions go with the objects they were about
     * @throws IllegalStateException when a port is taken, another process has the data folder, or a template is not there
     * @throws booth.emulator.template.Unsupported naming what of a template cannot be had here
     */
    public static EmbeddedCloud start(Settings settings, AddedServices added, Front front, Forgetting forgetting) {
        DeployedStacks stacks = new DeployedStacks(settings);
        EmbeddedCloud cloud = new EmbeddedCloud(stacks, settings, DataFolder.open(settings.data()));
        try {
            cloud.open(settings, added, front, forgetting);
            return cloud;
        } catch (RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    /** Begins to set up all functions, for those who are about to need them; otherwise each is at its first call. */
    public void setUpFunctions() {
        functions.setUp();
    }

    /**
     * Has a rule with a schedule come at once, without waiting until it is due.
     *
     * @param rule its name
     * @throws IllegalArgumentException when there is none of this name
     */
    public void callScheduled(String rule) {
        timetable.orElseThrow().callNow(account.arn("events", "rule/" + rule));
    }

    /** The name of the first stack. */
    public String stack() {
        return stacks().get(0);
    }

    /** The names of all stacks, in the order in which they are deployed. */
    public List<String> stacks() {
        return stacks.names();
    }

    public Account account() {
        return account;
    }

    /** The first stack's outputs by name: buckets, queues, ARNs. */
    public Map<String, String> outputs() {
        return outputs(stack());
    }

    /** A stack's outputs by name; none of a stack that is not there (yet). */
    public Map<String, String> outputs(String stack) {
        return stacks.outputs().getOrDefault(stack, Map.of());
    }

    /** The text that a secret has now; empty where there is none. */
    public Optional<String> secret(String nameOrArn) {
        return secrets.text(nameOrArn, "AWSCURRENT");
    }

    /** @param service as the SDK names it: {@code s3}, {@code sqs}, {@code lambda}, {@code sfn}, {@code sns}, … */
    public URI endpoint(String service) {
        return endpoints.of(service);
    }

    /** How long each step of the start took, in order. */
    public Map<String, Duration> steps() {
        return stopwatch.steps();
    }

    private void open(Settings settings, AddedServices added, Front front, Forgetting forgetting) {
        // Each server spends most of its start loading classes: S3 and SQS do while the rest is put together.
        Notifications notifications = new Notifications(account, data.outbox("s3"));
        CompletableFuture<S3Server> s3 = CompletableFuture.supplyAsync(() -> cleanup.add(new S3Server(
                data.resolve("s3"),
                settings.s3Port(),
                account,
                () -> endpoints.gateway().getPort(),
                notifications)));
        CompletableFuture<SqsServer> sqs = CompletableFuture.supplyAsync(
                () -> cleanup.add(SqsServer.starting(data.resolve("sqs"), settings.sqsPort(), account)));
        Backend backend = Backend.of(account, data, functions, notifications, endpoints, cleanup);
        WireServer gateway = cleanup.add(new WireServer(
                settings.gatewayPort(),
                account.gate(),
                with(added.json(), backend.states(), new LogsService(logs, account), new SecretsService(secrets)),
                List.of(backend.topics(), stacks.service(), new Identity(account)),
                with(added.rest(), backend.lambda(), backend.sockets()),
                Map.of("s3", new ServiceProxy(endpoints::s3), "sqs", SqsServer.door(() -> started(sqs), account)),
                front.before(backend.apis(), this),
                gate));
        endpoints.gateway(gateway.port());
        endpoints.s3(started(s3).port());
        endpoints.sqs(started(sqs).port());
        SdkProperties properties = cleanup.add(new SdkProperties(
                account, endpoints.gateway(), endpoints.s3(), endpoints.sqs(), front.endpointProperties()));
        ForgottenExecutions forgotten = cleanup.add(new ForgottenExecutions(
                (bucket, key) -> forgetting.executionsWith(this, bucket, key),
                backend.states(),
                data.outbox("states")));
        notifications.add(forgotten);
        backend.stopFirst(cleanup);
        stopwatch.lap("servers");

        timetable = Optional.of(backend.timetable());
        settings.secrets().forEach(secrets::seed);
        stacks.deploy(
                backend.services(started(s3), logs),
                new Stack(
                        stack(), account, endpoints.gateway(), endpoints.sqs(), new Outside(secrets::text, Map.of())));
        started(s3).open();
        started(sqs).open();
        gate.open();
        backend.takeUp(started(s3));
        forgotten.resume();
        ProfileFiles profile = data.profile();
        profile.write(account, endpoints.ofTheSdk());
        new OutputsFile(data.resolve(OutputsFile.NAME))
                .write(stacks.outputs(), endpoints.map(), properties.forOthers(profile.credentials()));
        stopwatch.lap("template");
    }

    /** Waits for a server; what kept it from starting rises as it is. */
    private static <T> T started(CompletableFuture<T> server) {
        try {
            return server.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    @SafeVarargs
    private static <T> List<T> with(List<T> some, T... others) {
        return Stream.concat(some.stream(), Stream.of(others)).toList();
    }

    /** Stops in the reverse order of the start. Executions under way go on at the next start. */
    @Override
    public void close() {
        cleanup.close();
    }
}
