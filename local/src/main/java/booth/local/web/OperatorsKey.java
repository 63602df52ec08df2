package booth.local.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Sha256;
import booth.emulator.account.Account;
import java.security.MessageDigest;

/**
 * With what the operators' page asks its own gateway for the account's keys. It comes with the link that {@code booth up}
 * prints, so no other site has it, and follows from the secret, so links and open pages outlive a restart.
 */
public record OperatorsKey(String value) {
    public static OperatorsKey of(Account account) {
        return new OperatorsKey("op_" + Sha256.hex("The operators' page: " + account.secretKey()));
    }

    boolean is(String given) {
        return MessageDigest.isEqual(value.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
