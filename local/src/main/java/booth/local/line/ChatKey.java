package booth.local.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Sha256;
import booth.emulator.account.Account;
import java.security.MessageDigest;

/**
 * With what the chat page asks for its chats, in which there are people's photos. It comes with the link that {@code booth
 * up} prints, and follows from the account's secret, so links and open pages outlive a restart.
 */
public record ChatKey(String value) {
    public static ChatKey of(Account account) {
        return new ChatKey("chat_" + Sha256.hex("The chat page: " + account.secretKey()));
    }

    boolean is(String given) {
        return MessageDigest.isEqual(value.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
