package booth.emulator.sns;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where an SNS endpoint lives.
 *
 * @param folder where topics and subscriptions are kept; made if missing
 * @param region the region its ARNs name
 * @param account the twelve digits its ARNs name
 * @param endpoint where this service answers, for the links in its messages; asked when a message is sent
 */
public record SnsSettings(Path folder, String region, String account, Supplier<URI> endpoint) {}
