package booth.local.sqs;

import booth.local.account.Account;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.BindException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ElasticMQ on a loopback port. Queues and messages live in memory: they end with the JVM. Retention periods are not
 * enforced, and message groups on standard queues are accepted without fair sharing.
 */
public final class SqsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqsServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int STOP_SECONDS = 5;
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
            pekko.http.server.idle-timeout = 60s
            """;

    private final ActorSystem actors;
    private final int port;

    /**
     * Starts at once.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException when the port is taken
     */
    public SqsServer(int port, Account account) {
        Config config = ConfigFactory.parseString(ACTORS).withFallback(ConfigFactory.load());
        this.actors = ActorSystem.create("elasticmq", config);
        try {
            SQSRestServer server = SQSRestServerBuilder.withActorSystem(actors)
                    .withInterface(LOOPBACK)
                    .withPort(port)
                    .withAWSRegion(account.region())
                    .withAWSAccountId(account.id())
                    .start();
            this.port = server.waitUntilStarted().localAddress().getPort();
        } catch (Exception e) { // Scala declares nothing
            close();
            throw new IllegalStateException(taken(e) ? isTaken(port) : "SQS cannot start", e);
        }
    }

    private static String isTaken(int port) {
        return "Port " + port + " of " + LOOPBACK + " is taken; stop the program that has it or choose another.";
    }

    private static boolean taken(@Nullable Throwable error) {
        return error != null && (error instanceof BindException || taken(error.getCause()));
    }

    /** The port, also where 0 was asked for. */
    public int port() {
        return port;
    }

    /** Ends every connection, long polls too. */
    @Override
    public void close() {
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
