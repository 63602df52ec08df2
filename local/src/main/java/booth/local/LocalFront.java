package booth.local;

import booth.emulator.EmbeddedCloud;
import booth.emulator.Front;
import booth.emulator.wire.PublicService;
import booth.local.line.ChatKey;
import booth.local.line.LineChannel;
import booth.local.line.LineStandIn;
import booth.local.web.Site;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What stands before the API: the pages, and LINE where a bot is deployed.
 *
 * @param sample a photo for whoever has none at hand
 */
record LocalFront(Path sample) implements Front {
    /** The stack's output that is there where a bot is. */
    static final String WEBHOOK = "LineWebhookUrl";

    @Override
    public PublicService before(PublicService api, EmbeddedCloud cloud) {
        Site site = new Site(api, cloud.account(), cloud.stack(), () -> cloud.endpoint("s3"), cloud::outputs);
        return new LineStandIn(site, () -> bot(cloud), ChatKey.of(cloud.account()), sample);
    }

    private static Optional<LineStandIn.Bot> bot(EmbeddedCloud cloud) {
        return Optional.ofNullable(cloud.outputs().get(WEBHOOK))
                .flatMap(webhook -> cloud.secret(LineChannel.SECRET_NAME)
                        .map(secret -> new LineStandIn.Bot(URI.create(webhook), LineChannel.read(secret))));
    }

    @Override
    public Set<String> endpointProperties() {
        return Set.of(LineStandIn.ENDPOINT_PROPERTY);
    }
}
