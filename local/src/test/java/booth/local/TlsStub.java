package booth.local;

import booth.core.Json;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.job.Job;
import booth.core.job.JobRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** S3 and Rekognition as a photo without a face meets them, over TLS. Of job {@code 000…} there is nothing. */
final class TlsStub implements AutoCloseable {
    private static final String PASSWORD = "secret";

    private final HttpsServer server;
    private final Path keys;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final byte[] photo = ImageBytes.jpeg(noise(2000, 1500), 0.8f);
    private final byte[] mask = ImageBytes.png(new Mask(1024, 768).toImage());

    private final byte[] job = Json.bytes(Job.awaitingUpload(
            FirstCall.JOB,
            new JobRequest("guest.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of()),
            Instant.EPOCH));

    private TlsStub(HttpsServer server, Path keys) {
        this.server = server;
        this.keys = keys;
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** @param folder for its key */
    static TlsStub start(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path keys = Files.createTempDirectory(folder, "tls").resolve("keys.p12").toAbsolutePath();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "stub",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) throw new IOException(said);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        return new TlsStub(server, keys);
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What a JVM must be told to trust it. */
    List<String> trusted() {
        return List.of("-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            String path = call.getRequestURI().getPath();
            if (call.getRequestMethod().equals("POST")) rekognition(call, body);
            else if (path.contains("0".repeat(32)))
                answer(call, 404, "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>".getBytes());
            else if (call.getRequestMethod().equals("PUT")) answer(call, 200, new byte[0]);
            else answer(call, 200, path.endsWith("job.json") ? job : path.endsWith(".jpg") ? photo : mask);
        }
    }

    private static void rekognition(HttpExchange call, byte[] body) throws IOException {
        call.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        if (body.length < 1000)
            answer(call, 400, "{\"__type\":\"InvalidImageFormatException\",\"Message\":\"no\"}".getBytes());
        else answer(call, 200, "{\"FaceDetails\":[],\"Labels\":[]}".getBytes());
    }

    private static void answer(HttpExchange call, int status, byte[] body) throws IOException {
        call.getResponseHeaders().set("ETag", "\"1\"");
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) image.setRGB(x, y, (x * y) ^ random.nextInt(64));
        return image;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
