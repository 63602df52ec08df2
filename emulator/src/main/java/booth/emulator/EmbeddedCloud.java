package booth.emulator;

import booth.emulator.account.Account;
import booth.emulator.account.Identity;
import booth.emulator.api.HttpApis;
import booth.emulator.events.EventBus;
import booth.emulator.lambda.AsyncInvocations;
import booth.emulator.lambda.EventSources;
import booth.emulator.lambda.Functions;
import booth.emulator.lambda.LambdaService;
import booth.emulator.logs.LogGroups;
import booth.emulator.logs.LogsService;
import booth.emulator.logs.StandardOutput;
import booth.emulator.s3.Notifications;
import booth.emulator.s3.S3Server;
import booth.emulator.sns.SnsService;
import booth.emulator.sns.SnsSettings;
import booth.emulator.spool.Spool;
import booth.emulator.sqs.SqsServer;
import booth.emulator.states.AwsTasks;
import booth.emulator.states.StatesService;
import booth.emulator.states.StatesSettings;
import booth.emulator.template.Deployer;
import booth.emulator.template.Services;
import booth.emulator.template.Stack;
import booth.emulator.template.Stacks;
import booth.emulator.template.Template;
import booth.emulator.template.types.ResourceTypes;
import booth.emulator.websocket.WebSocketApis;
import booth.emulator.wire.WireServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A cloud in this JVM: starts the servers on loopback, deploys the template into them, and points the SDK clients of the
 * JVM at them. One at a time; it keeps its objects, queues, executions and topics in the data folder, and what it has taken
 * on survives the death of the process at any moment.
 */
public final class EmbeddedCloud implements AutoCloseable {
    /** Lambda waits a minute before it tries an event again; nobody at a laptop does. */
    private static final Duration RETRY_EVENTS_AFTER = Duration.ofSeconds(1);

    private final Endpoints endpoints = new Endpoints();
    private final Cleanup cleanup = new Cleanup();
    private final Stopwatch stopwatch = new Stopwatch();
    private final Account account;
    private final DataFolder data;
    private final LogGroups logs;
    private final Functions functions;
    private volatile String stack = "";
    private volatile Map<String, String> outputs = Map.of();

    private EmbeddedCloud(Account account, DataFolder data) {
        this.account = account;
        this.data = cleanup.add(data);
        this.logs = cleanup.add(new LogGroups(data.resolve(DataFolder.LOGS), Clock.systemUTC()));
        this.functions = cleanup.add(new Functions(account, cleanup.add(StandardOutput.take(logs))));
    }

    /**
     * Starts everything and returns when it works.
     *
     * @param added what the emulator does not have itself, under the same roof
     * @param front who answers requests that are for no service of AWS
     * @throws IllegalStateException when a port is taken, another process has the data folder, or there is no template
     * @throws booth.emulator.template.Unsupported naming what of the template cannot be had here
     */
    public static EmbeddedCloud start(Settings settings, AddedServices added, Front front) {
        Template template = Template.read(settings.template());
        EmbeddedCloud cloud = new EmbeddedCloud(settings.account(), DataFolder.open(settings.data()));
        try {
            cloud.open(settings, added, front, template);
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
        return stack;
    }

    public Account account() {
        return account;
    }

    /** The template's outputs by name: buckets, queues, ARNs. */
    public Map<String, String> outputs() {
        return outputs;
    }

    /** @param service as the SDK names it: {@code s3}, {@code sqs}, {@code lambda}, {@code sfn}, {@code sns}, … */
    public URI endpoint(String service) {
        return endpoints.of(service);
    }

    /** How long each step of the start took, in order. */
    public Map<String, Duration> steps() {
        return stopwatch.steps();
    }

    private void open(Settings settings, AddedServices added, Front front, Template template) {
        // Each server spends most of its start loading classes: S3 and SQS do while the rest is put together.
        Notifications notifications = new Notifications(account, outbox("s3"));
        CompletableFuture<S3Server> s3 = CompletableFuture.supplyAsync(
                () -> cleanup.add(new S3Server(data.resolve("s3"), settings.s3Port(), account, notifications)));
        CompletableFuture<SqsServer> sqs = CompletableFuture.supplyAsync(
                () -> cleanup.add(new SqsServer(data.resolve("sqs"), settings.sqsPort(), account)));
        stack = template.stack();
        Parts parts = parts(notifications);
        Stacks stacks = new Stacks();
        WireServer gateway = cleanup.add(new WireServer(
                settings.gatewayPort(),
                with(with(added.json(), parts.states), new LogsService(logs, account)),
                List.of(parts.topics, stacks, new Identity(account)),
                with(with(added.rest(), new LambdaService(parts.functions, parts.async, parts.sources)), parts.sockets),
                Map.of("s3", endpoints::s3, "sqs", endpoints::sqs),
                front.before(parts.apis, this)));
        endpoints.gateway(gateway.port());
        endpoints.s3(started(s3).port());
        endpoints.sqs(started(sqs).port());
        SdkProperties properties =
                cleanup.add(new SdkProperties(account, endpoints.gateway(), endpoints.s3(), endpoints.sqs()));
        parts.stopFirst(cleanup);
        stopwatch.lap("servers");

        Stack deployed = new Stack(template.stack(), account, endpoints.gateway(), endpoints.sqs());
        outputs = new Deployer(ResourceTypes.ALL, services(started(s3), parts)).deploy(template, deployed);
        stacks.add(deployed, template, outputs);
        parts.takeUp(started(s3));
        new OutputsFile(data.resolve("outputs.json"))
                .write(template.stack(), outputs, endpoints.map(), properties.values());
        stopwatch.lap("template");
    }

    /** What runs in this JVM behind the servers. */
    private record Parts(
            SqsClient sqs,
            Functions functions,
            Targets targets,
            AsyncInvocations async,
            EventSources sources,
            Notifications notifications,
            EventBus bus,
            StatesService states,
            SnsService topics,
            HttpApis apis,
            WebSocketApis sockets) {
        /**
         * They stop before the servers they call: none takes a server that is gone for a failure, gives up and loses what
         * is on disk for the next start. Functions first, while what they call still answers.
         */
        void stopFirst(Cleanup cleanup) {
            cleanup.add(notifications);
            cleanup.add(topics);
            cleanup.add(async);
            cleanup.add(states);
            cleanup.add(sources);
            cleanup.add(apis);
            cleanup.add(sockets);
        }

        /** Goes on with what earlier processes left; executions first, because the rest may be answers to them. */
        void takeUp(S3Server s3) {
            states.recover();
            async.resume();
            topics.resume();
            notifications.open(s3, (arn, event) -> targets.deliver(arn, event, async));
            sources.start();
        }
    }

    private Parts parts(Notifications notifications) {
        Clients clients = cleanup.add(new Clients(account, endpoints::gateway, endpoints::sqs, endpoints::gateway));
        Targets targets = new Targets(clients.sqs(), () -> endpoints.sqs().resolve("/" + account.id()));
        AsyncInvocations async = new AsyncInvocations(functions, targets, outbox("lambda"), RETRY_EVENTS_AFTER);
        EventBus bus = new EventBus((arn, event) -> targets.deliver(arn, event, async));
        AwsTasks tasks = cleanup.add(new AwsTasks(clients.lambda(), clients.sqs(), clients.sns()));
        StatesService states = new StatesService(
                new StatesSettings(data.resolve("states"), account.region(), account.id()), tasks, bus::put);
        SnsService topics = new SnsService(
                new SnsSettings(data.resolve("sns"), account.region(), account.id(), endpoints::gateway),
                clients.sqs(),
                clients.lambda());
        EventSources sources = new EventSources(clients.sqs(), functions);
        HttpApis apis = new HttpApis(account, functions, Clock.systemUTC());
        WebSocketApis sockets = new WebSocketApis(functions, Clock.systemUTC());
        return new Parts(
                clients.sqs(), functions, targets, async, sources, notifications, bus, states, topics, apis, sockets);
    }

    private Spool outbox(String service) {
        return new Spool(data.resolve("outbox").resolve(service));
    }

    private Services services(S3Server s3, Parts parts) {
        return new Services(
                s3,
                parts.notifications,
                parts.sqs,
                parts.topics,
                parts.states,
                parts.functions,
                parts.sources,
                parts.bus,
                logs,
                parts.apis,
                parts.sockets);
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

    private static <T> List<T> with(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return List.copyOf(all);
    }

    /** Stops in the reverse order of the start. Executions under way go on at the next start. */
    @Override
    public void close() {
        cleanup.close();
    }
}
