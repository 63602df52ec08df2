package booth.emulator;

import booth.emulator.account.ProfileFiles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A cloud of another process, as it says of itself in its data folder.
 *
 * @param endpoints {@code gateway}, {@code s3}, {@code sqs}
 */
public record RunningCloud(Map<String, URI> endpoints, ProfileFiles profile) {
    private static final int PATIENCE_MILLIS = 1000;

    public RunningCloud {
        endpoints = Map.copyOf(endpoints);
    }

    /** The one that runs with this data folder; what an earlier one left behind is none. */
    public static Optional<RunningCloud> in(Path data) {
        return OutputsFile.in(data)
                .endpoints()
                .filter(endpoints ->
                        answers(Objects.requireNonNull(endpoints.get("gateway"))) && DataFolder.isInUse(data))
                .map(endpoints -> new RunningCloud(endpoints, ProfileFiles.in(data)));
    }

    /** Whether somebody does; it may be another program by now. */
    private static boolean answers(URI gateway) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
