package booth.local;

import booth.local.account.Account;
import booth.local.account.Identity;
import booth.local.api.HttpApis;
import booth.local.events.EventBus;
import booth.local.lambda.AsyncInvocations;
import booth.local.lambda.EventSources;
import booth.local.lambda.Functions;
import booth.local.lambda.LambdaService;
import booth.local.logs.LogGroups;
import booth.local.logs.LogsService;
import booth.local.logs.StandardOutput;
import booth.local.s3.Notifications;
import booth.local.s3.S3Server;
import booth.local.sns.SnsService;
import booth.local.sns.SnsSettings;
import booth.local.spool.Spool;
import booth.local.sqs.SqsServer;
import booth.local.states.AwsTasks;
import booth.local.states.StatesService;
import booth.local.states.StatesSettings;
import booth.local.template.Deployer;
import booth.local.template.Services;
import booth.local.template.Stacks;
import booth.local.template.Template;
import booth.local.web.Site;
import booth.local.websocket.WebSocketApis;
import booth.local.wire.WireServer;
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
    /** Lambda waits a minute before it tries an event again; nobody at a booth does. */
    private static final Duration RETRY_EVENTS_AFTER = Duration.ofSeconds(1);

    private static final Account ACCOUNT = Account.LOCAL;

    private final Endpoints endpoints = new Endpoints();
    private final Cleanup cleanup = new Cleanup();
    private final Stopwatch stopwatch = new Stopwatch();
    private final DataFolder data;
    private final LogGroups logs;
    private final Functions functions;
    private volatile Map<String, String> outputs = Map.of();

    private EmbeddedCloud(DataFolder data) {
        this.data = cleanup.add(data);
        this.logs = cleanup.add(new LogGroups(data.resolve(DataFolder.LOGS), Clock.systemUTC()));
        this.functions = cleanup.add(new Functions(ACCOUNT, cleanup.add(StandardOutput.take(logs))));
    }

    /**
     * Starts everything and returns when it works.
     *
     * @throws IllegalStateException when a port is taken, another process has the data folder, or there is no template
     * @throws booth.local.template.Unsupported naming what of the template cannot be had here
     */
    public static EmbeddedCloud start(Settings settings, Models models) {
        Template template = Template.read(settings.template());
        EmbeddedCloud cloud = new EmbeddedCloud(DataFolder.open(settings.data(), settings.fresh()));
        LogFile.use(settings.data().resolve("booth.log"));
        try {
            cloud.open(settings, models, template);
            return cloud;
        } catch (RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    /** Begins to set up all functions, for those who are about to send a photo; otherwise each is at its first call. */
    public void setUpFunctions() {
        functions.setUp();
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

    private void open(Settings settings, Models models, Template template) {
        // Each server spends most of its start loading classes: S3 and SQS do while the rest is put together.
        Notifications notifications = new Notifications(ACCOUNT, outbox("s3"));
        CompletableFuture<S3Server> s3 = CompletableFuture.supplyAsync(
                () -> cleanup.add(new S3Server(data.resolve("s3"), settings.s3Port(), ACCOUNT, notifications)));
        CompletableFuture<SqsServer> sqs = CompletableFuture.supplyAsync(
                () -> cleanup.add(new SqsServer(data.resolve("sqs"), settings.sqsPort(), ACCOUNT)));
        Parts parts = parts(notifications);
        Stacks stacks = new Stacks(ACCOUNT);
        WireServer gateway = cleanup.add(new WireServer(
                settings.gatewayPort(),
                with(with(models.json(), parts.states), new LogsService(logs, ACCOUNT)),
                List.of(parts.topics, stacks, new Identity(ACCOUNT)),
                with(
                        with(models.rest(), new LambdaService(parts.functions, parts.async, parts.sources)),
                        parts.sockets),
                Map.of("s3", endpoints::s3, "sqs", endpoints::sqs),
                new Site(parts.apis, ACCOUNT, template.stack(), endpoints::s3, this::outputs)));
        endpoints.gateway(gateway.port());
        endpoints.s3(started(s3).port());
        endpoints.sqs(started(sqs).port());
        SdkProperties properties =
                cleanup.add(new SdkProperties(ACCOUNT, endpoints.gateway(), endpoints.s3(), endpoints.sqs()));
        parts.stopFirst(cleanup);
        stopwatch.lap("servers");

        outputs = new Deployer(services(started(s3), parts)).deploy(template);
        stacks.add(template, outputs);
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
        Clients clients = cleanup.add(new Clients(ACCOUNT, endpoints::gateway, endpoints::sqs, endpoints::gateway));
        Targets targets = new Targets(clients.sqs(), () -> endpoints.sqs().resolve("/" + ACCOUNT.id()));
        AsyncInvocations async = new AsyncInvocations(functions, targets, outbox("lambda"), RETRY_EVENTS_AFTER);
        EventBus bus = new EventBus((arn, event) -> targets.deliver(arn, event, async));
        AwsTasks tasks = cleanup.add(new AwsTasks(clients.lambda(), clients.sqs(), clients.sns()));
        StatesService states = new StatesService(
                new StatesSettings(data.resolve("states"), ACCOUNT.region(), ACCOUNT.id()), tasks, bus::put);
        SnsService topics = new SnsService(
                new SnsSettings(data.resolve("sns"), ACCOUNT.region(), ACCOUNT.id(), endpoints::gateway),
                clients.sqs(),
                clients.lambda());
        EventSources sources = new EventSources(clients.sqs(), functions);
        HttpApis apis = new HttpApis(ACCOUNT, functions, Clock.systemUTC());
        WebSocketApis sockets = new WebSocketApis(functions, Clock.systemUTC());
        return new Parts(
                clients.sqs(), functions, targets, async, sources, notifications, bus, states, topics, apis, sockets);
    }

    private Spool outbox(String service) {
        return new Spool(data.resolve("outbox").resolve(service));
    }

    private Services services(S3Server s3, Parts parts) {
        return new Services(
                ACCOUNT,
                s3,
                parts.notifications,
                endpoints.gateway(),
                endpoints.sqs(),
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
