package booth.emulator.s3;

import booth.emulator.account.Account;
import booth.emulator.spool.DiskTrouble;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * S3 on a loopback port: a bucket is a folder, an object a file. Signatures (version 4, presigned ones too) are verified;
 * pages of other origins may do with a bucket what its rules allow, if they have a signed address.
 */
public final class S3Server implements AutoCloseable {
    private final EventfulBlobStore store;
    private final TempFiles leftovers;
    private final Lifecycle lifecycle;
    private final NotYet gate;
    private final S3Proxy server;
    private final PageGuard pages;

    /**
     * Starts at once, and asks everybody to come again until it is opened.
     *
     * @param folder where the buckets are; made if it is not there
     * @param port 0 for any free one
     * @param gateway the port through which requests come, too; asked at every request, because it may open later
     * @param notifications told of every creation and removal
     * @throws IllegalStateException when the port is taken
     */
    public S3Server(Path folder, int port, Account account, IntSupplier gateway, Notifications notifications) {
        this(folder, port, account, gateway, notifications, Clock.systemUTC(), false);
    }

    S3Server(Path folder, int port, Account account, IntSupplier gateway, WriteListener witness) {
        this(folder, port, account, gateway, witness, Clock.systemUTC(), true);
    }

    /** @param clock by which objects expire */
    S3Server(Path folder, int port, Account account, IntSupplier gateway, WriteListener witness, InstantSource clock) {
        this(folder, port, account, gateway, witness, clock, true);
    }

    private S3Server(
            Path folder,
            int port,
            Account account,
            IntSupplier gateway,
            WriteListener witness,
            InstantSource clock,
            boolean open) {
        gate = new NotYet(open);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be made", folder, e);
        }
        FormPosts forms = new FormPosts();
        store = new EventfulBlobStore(
                new FilesystemNio2BlobStore(folder.toString()), witness, new StoreTrouble(folder), forms::writing);
        leftovers = new TempFiles(folder);
        lifecycle = new Lifecycle(store, clock);
        server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, account.accessKey(), account.secretKey())
                .corsRules(CrossOriginResourceSharing.disabled())
                .ignoreUnknownHeaders(true) // encryption, tagging: means nothing here
                .stopTimeout(0)
                .build();
        pages = new PageGuard(gateway);
        BodyFirst.before(server, forms);
        BodyFirst.install(server, pages);
        BodyFirst.before(server, gate);
        start(port);
    }

    private void start(int port) {
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port + " of 127.0.0.1 is taken; stop the program that has it or choose another.", e);
        } catch (Exception e) {
            throw new IllegalStateException("S3 cannot start", e);
        }
    }

    /** The port, also where 0 was asked for. */
    public int port() {
        return server.getPort();
    }

    /** Makes the bucket unless it is there already, perhaps from an earlier run. */
    public void createBucket(String name) {
        if (!store.containerExists(name)) store.createContainer(name);
    }

    /** Call it when the buckets are there. */
    public void open() {
        gate.open();
    }

    /** Forgets objects as the rule says, once {@link #startForgetting} is called. */
    public void add(LifecycleRule rule) {
        lifecycle.add(rule);
    }

    /** Call it once, when all rules are there and who wants to hear of expiry can. */
    public void startForgetting() {
        lifecycle.start();
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    /** Which pages may do what with it; instead of what was said before. */
    public void allowPages(String bucket, List<CorsRule> rules) {
        pages.allow(bucket, rules);
    }

    /**
     * What became of a write that an earlier process was at; what it left behind is deleted.
     *
     * @return the event with what is known of the object now; empty when it did not come about
     */
    Optional<ObjectEvent> settled(ObjectEvent event) {
        if (event.created()) leftovers.delete(event.bucket(), event.key(), event.time());
        return store.current(event);
    }

    @Override
    public void close() throws Exception {
        lifecycle.close();
        server.stop();
        store.close();
    }
}
