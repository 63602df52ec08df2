package booth.emulator.sqs;

import booth.emulator.account.Account;
import booth.emulator.spool.Room;
import booth.emulator.wire.HostCheck;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.stream.SystemMaterializer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/**
 * ElasticMQ behind a loopback port that checks signatures. Queues and messages are kept in a folder as {@link QueueKeeper} hears of them: what was
 * answered is there after the process was killed. At the start every message is visible, also one that was being worked
 * on, as whoever had it is gone; that delivery does not count. Message groups share a
 * standard queue fairly. Retention periods are not enforced, and a FIFO queue forgets at the start what it has delivered.
 */
public final class SqsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqsServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int STOP_SECONDS = 5;
    private static final Duration RESTORE = Duration.ofSeconds(30);
    /** A long poll takes 20 s. */
    private static final Duration IDLE = Duration.ofSeconds(60);
    /** The actors live and die with the cloud, never the other way round, and keep quiet about it. */
    private static final String ACTORS = """
            pekko.daemonic = on
            pekko.jvm-exit-on-fatal-error = off
            pekko.jvm-shutdown-hooks = off
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            pekko.loglevel = WARNING
            pekko.stdout-loglevel = OFF
            pekko.log-dead-letters = off
            pekko.log-dead-letters-during-shutdown = off
            """;

    private final ActorSystem actors;
    private final ActorRef manager;
    private final Server server = new Server(daemons());
    private final int port;
    private final ElasticQueues queues;

    /**
     * Starts at once; whoever asks for a queue that is not there waits until {@link #open}, for it may be made any moment.
     *
     * @param folder where the queues are kept
     * @param port 0 for any free one
     * @throws IllegalStateException when the port is taken
     */
    public static SqsServer starting(Path folder, int port, Account account) {
        return new SqsServer(folder, port, account, false);
    }

    /**
     * Starts at once.
     *
     * @param folder where the queues are kept
     * @param port 0 for any free one
     * @throws IllegalStateException when the port is taken
     */
    public SqsServer(Path folder, int port, Account account) {
        this(folder, port, account, true);
    }

    private SqsServer(Path folder, int port, Account account, boolean open) {
        Config config = ConfigFactory.parseString(ACTORS).withFallback(ConfigFactory.load());
        this.actors = ActorSystem.create("elasticmq", config);
        try {
            CapturedHttp http = CapturedHttp.install(actors);
            this.port = open(port);
            this.manager = restored(new QueueFiles(folder), new Room(folder), open);
            SQSRestServerBuilder.withActorSystem(actors)
                    .withQueueManagerActor(manager)
                    .withInterface(LOOPBACK)
                    .withServerAddress(new NodeAddress("http", LOOPBACK, this.port, ""))
                    .withAWSRegion(account.region())
                    .withAWSAccountId(account.id())
                    .start();
            ElasticQueues elastic = new ElasticQueues(
                    http.served().asJava(), SystemMaterializer.get(actors).materializer());
            server.setHandler(new Handler.Sequence(new HostCheck(), SqsDoor.open(() -> elastic, account.gate())));
            this.queues = elastic;
            server.start();
        } catch (Exception e) { // Scala declares nothing
            close();
            throw new IllegalStateException(taken(e) ? isTaken(port) : "SQS cannot start", e);
        }
    }

    /** The port alone, because queues are named by it; nothing is answered yet. */
    private int open(int port) throws IOException {
        HttpConfiguration http = new HttpConfiguration();
        http.setHeaderCacheCaseSensitive(true); // signatures cover values to the letter
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        connector.open();
        return connector.getLocalPort();
    }

    private static QueuedThreadPool daemons() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setDaemon(true);
        threads.setName("sqs");
        return threads;
    }

    /** For another port at which the queues answer, too; they may start later. */
    public static Handler door(Supplier<SqsServer> server, Account account) {
        return SqsDoor.open(() -> server.get().queues, account.gate());
    }

    private ActorRef restored(QueueFiles files, Room room, boolean open) throws Exception {
        List<StoredQueue> queues = files.queues();
        List<List<InternalMessage>> messages = queues.stream() // all, before the keeper has the files to itself
                .map(queue -> files.messages(queue.name()).stream()
                        .map(message -> message.restored(queue.fifo()))
                        .toList())
                .toList();
        ActorRef keeper = actors.actorOf(Props.create(QueueKeeper.class, () -> new QueueKeeper(files)));
        ActorRef elastic = actors.actorOf(Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(keeper))));
        ActorRef manager = actors.actorOf(
                Props.create(QueueManager.class, () -> new QueueManager(elastic, keeper, actors, room, open)));
        for (int i = 0; i < queues.size(); i++) restore(queues.get(i), messages.get(i), manager);
        return manager;
    }

    private static void restore(StoredQueue queue, List<InternalMessage> messages, ActorRef manager) throws Exception {
        Either<?, ?> made = (Either<?, ?>) answer(manager, new CreateQueue(queue.toCreate()));
        if (made.isLeft())
            throw new IllegalStateException("The queue " + queue.name() + " cannot be restored: " + made);
        answer(
                (ActorRef) made.toOption().get(),
                new RestoreMessages(CollectionConverters.asScala(messages).toList()));
    }

    private static Object answer(ActorRef actor, Object question) throws Exception {
        return Patterns.ask(actor, question, RESTORE).toCompletableFuture().get();
    }

    private static String isTaken(int port) {
        return "Port " + port + " of " + LOOPBACK + " is taken; stop the program that has it or choose another.";
    }

    private static boolean taken(@Nullable Throwable error) {
        return error != null && (error instanceof BindException || taken(error.getCause()));
    }

    /** Call it when the queues are there that everybody expects. */
    public void open() {
        manager.tell(new QueueManager.Open(), ActorRef.noSender());
    }

    /** The port, also where 0 was asked for. */
    public int port() {
        return port;
    }

    /** Ends every connection, long polls too. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // as Jetty declares it
            LOG.warn("The port of the queues did not close cleanly", e);
        }
        try {
            actors.terminate();
            actors.getWhenTerminated().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("The queues did not stop within {} s", STOP_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("The queues did not stop cleanly", e);
        }
    }
}
