package booth.emulator;

import booth.emulator.account.Account;
import booth.emulator.account.Identity;
import booth.emulator.account.ProfileFiles;
import booth.emulator.lambda.Functions;
import booth.emulator.logs.LogGroups;
import booth.emulator.logs.LogsService;
import booth.emulator.logs.StandardOutput;
import booth.emulator.s3.Notifications;
import booth.emulator.s3.S3Server;
import booth.emulator.secrets.Secrets;
import booth.emulator.secrets.SecretsService;
import booth.emulator.sqs.SqsServer;
import booth.emulator.template.Deployer;
import booth.emulator.template.Outside;
import booth.emulator.template.Stack;
import booth.emulator.template.Stacks;
import booth.emulator.template.Template;
import booth.emulator.template.types.ResourceTypes;
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
 * A cloud in this JVM: starts the servers on loopback, deploys the template into them, and points the SDK clients of the
 * JVM at them. One at a time; it keeps its objects, queues, executions and topics in the data folder, and what it has taken
 * on survives the death of the process at any moment.
 */
public final class EmbeddedCloud implements AutoCloseable {
    private final Endpoints endpoints = new Endpoints();
    private final Cleanup cleanup = new Cleanup();
    private final Stopwatch stopwatch = new Stopwatch();
    private final Template template;
    private final Account account;
    private final DataFolder data;
    private final LogGroups logs;
    private final Functions functions;
    private final Secrets secrets;
    private final StartGate gate = new StartGate();
    private volatile Map<String, String> outputs = Map.of();

    private EmbeddedCloud(Template template, Settings settings, DataFolder data) {
        this.template = template;
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
     * @throws IllegalStateException when a port is taken, another process has the data folder, or there is no template
     * @throws booth.emulator.template.Unsupported naming what of the template cannot be had here
     */
    public static EmbeddedCloud start(Settings settings, AddedServices added, Front front, Forgetting forgetting) {
        Template template = Template.read(settings.template(), settings.opt());
        EmbeddedCloud cloud = new EmbeddedCloud(template, settings, DataFolder.open(settings.data()));
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

    /** The name of the stack. */
    public String stack() {
        return template.stack();
    }

    public Account account() {
        return account;
    }

    /** The template's outputs by name: buckets, queues, ARNs. */
    public Map<String, String> outputs() {
        return outputs;
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
        Stacks stacks = new Stacks();
        WireServer gateway = cleanup.add(new WireServer(
                settings.gatewayPort(),
                account.gate(),
                with(added.json(), backend.states(), new LogsService(logs, account), new SecretsService(secrets)),
                List.of(backend.topics(), stacks, new Identity(account)),
                with(added.rest(), backend.lambda(), backend.sockets()),
                Map.of("s3", new ServiceProxy(endpoints::s3), "sqs", SqsServer.door(() -> started(sqs), account)),
                front.before(backend.apis(), this),
                gate));
        endpoints.gateway(gateway.port());
        endpoints.s3(started(s3).port());
        endpoints.sqs(started(sqs).port());
        SdkProperties properties =
                cleanup.add(new SdkProperties(
                        account, endpoints.gateway(), endpoints.s3(), endpoints.sqs(), front.endpointProperties()));
        ForgottenExecutions forgotten = cleanup.add(new ForgottenExecutions(
                (bucket, key) -> forgetting.executionsWith(this, bucket, key),
                backend.states(),
                data.outbox("states")));
        notifications.add(forgotten);
        backend.stopFirst(cleanup);
        stopwatch.lap("servers");

        settings.secrets().forEach(secrets::seed);
        deploy(backend, started(s3), stacks);
        started(s3).open();
        started(sqs).open();
        gate.open();
        backend.takeUp(started(s3));
        forgotten.resume();
        ProfileFiles profile = data.profile();
        profile.write(account, endpoints.ofTheSdk());
        new OutputsFile(data.resolve(OutputsFile.NAME))
                .write(template.stack(), outputs, endpoints.map(), properties.forOthers(profile.credentials()));
        stopwatch.lap("template");
    }

    private void deploy(Backend backend, S3Server s3, Stacks stacks) {
        Stack stack = new Stack(
                template.stack(), account, endpoints.gateway(), endpoints.sqs(), new Outside(secrets::text, Map.of()));
        Deployer.Deployed deployed =
                new Deployer(ResourceTypes.ALL, backend.services(s3, logs)).deploy(template, stack);
        outputs = deployed.outputs();
        stacks.add(stack, template, deployed);
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
