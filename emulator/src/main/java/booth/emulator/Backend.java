package booth.emulator;

import booth.emulator.account.Account;
import booth.emulator.api.HttpApis;
import booth.emulator.events.EventBus;
import booth.emulator.events.Timetable;
import booth.emulator.lambda.AsyncInvocations;
import booth.emulator.lambda.EventSources;
import booth.emulator.lambda.Functions;
import booth.emulator.lambda.LambdaService;
import booth.emulator.logs.LogGroups;
import booth.emulator.s3.Notifications;
import booth.emulator.s3.S3Server;
import booth.emulator.sns.SnsService;
import booth.emulator.sns.SnsSettings;
import booth.emulator.states.AwsTasks;
import booth.emulator.states.StatesService;
import booth.emulator.states.StatesSettings;
import booth.emulator.template.Services;
import booth.emulator.websocket.WebSocketApis;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What runs in this JVM behind the servers, each part wired to those it calls. */
record Backend(
        SqsClient sqs,
        Functions functions,
        Targets targets,
        AsyncInvocations async,
        EventSources sources,
        Notifications notifications,
        EventBus bus,
        Timetable timetable,
        StatesService states,
        SnsService topics,
        HttpApis apis,
        WebSocketApis sockets) {
    /** Lambda waits a minute before it tries an event again; nobody at a laptop does. */
    private static final Duration RETRY_EVENTS_AFTER = Duration.ofSeconds(1);
    /** By then what the start took up is under way. */
    private static final Duration FIRST_CALLS_AFTER = Duration.ofSeconds(30);

    /**
     * Puts it together; nothing of it runs yet.
     *
     * @param endpoints of servers that may still be starting
     * @param cleanup closes the clients with which the parts call each other
     */
    static Backend of(
            Account account,
            DataFolder data,
            Functions functions,
            Notifications notifications,
            Endpoints endpoints,
            Cleanup cleanup) {
        Clients clients = cleanup.add(new Clients(account, endpoints::gateway, endpoints::sqs, endpoints::gateway));
        Targets targets = new Targets(clients.sqs(), () -> endpoints.sqs().resolve("/" + account.id()));
        AsyncInvocations async = new AsyncInvocations(functions, targets, data.outbox("lambda"), RETRY_EVENTS_AFTER);
        EventBus bus = new EventBus((arn, event) -> targets.deliver(arn, event, async));
        AwsTasks tasks = cleanup.add(new AwsTasks(clients.lambda(), clients.sqs(), clients.sns(), functions::call));
        return new Backend(
                clients.sqs(),
                functions,
                targets,
                async,
                new EventSources(clients.sqs(), functions),
                notifications,
                bus,
                new Timetable(account, Clock.systemUTC(), (arn, event) -> targets.deliver(arn, event, async)),
                new StatesService(
                        new StatesSettings(data.resolve("states"), account.region(), account.id()), tasks, bus::put),
                new SnsService(
                        new SnsSettings(data.resolve("sns"), account.region(), account.id(), endpoints::gateway),
                        clients.sqs(),
                        clients.lambda()),
                new HttpApis(account, functions, Clock.systemUTC()),
                new WebSocketApis(functions, Clock.systemUTC()));
    }

    /** Lambda's API over the functions. */
    LambdaService lambda() {
        return new LambdaService(functions, async, sources);
    }

    /** What a template is deployed into. */
    Services services(S3Server s3, LogGroups logs) {
        return new Services(
                s3, notifications, sqs, topics, states, functions, sources, bus, timetable, logs, apis, sockets);
    }

    /**
     * They stop before the servers they call: none takes a server that is gone for a failure, gives up and loses what is on
     * disk for the next start. Functions first, while what they call still answers.
     */
    void stopFirst(Cleanup cleanup) {
        cleanup.add(notifications);
        cleanup.add(topics);
        cleanup.add(async);
        cleanup.add(states);
        cleanup.add(sources);
        cleanup.add(timetable);
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
        timetable.start(FIRST_CALLS_AFTER);
        s3.startForgetting();
    }
}
