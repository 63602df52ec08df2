package booth.emulator.account;

import booth.emulator.signing.Version4;
import booth.emulator.wire.Gate;
import java.time.Clock;

/**
 * Whose resources these are: what ARNs are made of and what requests are signed with.
 *
 * @param id twelve digits
 */
public record Account(String id, String region, String accessKey, String secretKey) {
    /** @param resource the ARN's last part, {@code function:Detect} */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
    }

    /** Lets in whoever signs with its keys. */
    public Gate gate() {
        return new Gate(new Version4(accessKey, secretKey, Clock.systemUTC()));
    }

    /** Without the secret: what is printed ends up in logs. */
    @Override
    public String toString() {
        return "account " + id + " in " + region + ", access key " + accessKey;
    }
}
