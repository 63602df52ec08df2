package booth.api.access;

import booth.core.access.BoothKeys.Issued;
import booth.core.access.Pairings;
import booth.http.Answer;
import booth.http.Call;
import booth.http.JsonBody;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Exchanges the code of a pairing link for a key. The code comes in the body, because paths are written down on the way;
 * no cache keeps the answer.
 */
public final class RedeemPairing {
    record Body(String code) {}

    record Paired(String booth, String key) {}

    private final Pairings pairings;
    private final InstantSource clock;

    public RedeemPairing(Pairings pairings, InstantSource clock) {
        this.pairings = pairings;
        this.clock = clock;
    }

    public Answer redeem(Call call) {
        String code = JsonBody.read(call.request().body(), Body.class).code();
        Issued issued = pairings.redeem(code, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return Answer.json(201, new Paired(issued.key().booth(), issued.secret()));
    }
}
