package booth.emulator.template;

import booth.emulator.websocket.WebSocketApis;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of a stack's APIs, and what stands in for the hosts they are part of on AWS: the gateway. */
public record ApiAddresses(Stack stack) {
    private static final int ID = 10;
    private static final Pattern HTTP =
            Pattern.compile("https://[a-z0-9]{" + ID + "}\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com(?![\\w.])");
    /** Its stage is the path on AWS. */
    private static final Pattern SOCKET =
            Pattern.compile("wss" + HTTP.pattern().substring("https".length()) + "/[\\w-]+");

    /** Ten letters and digits, as API Gateway's own. */
    public String id(String logicalId) {
        return UUID.nameUUIDFromBytes((stack.name() + "/" + logicalId).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, ID);
    }

    /** A computed text in which the addresses that APIs have on AWS have become the gateway's. */
    String reachable(String text) {
        String http = HTTP.matcher(text)
                .replaceAll(Matcher.quoteReplacement(stack.gateway().toString()));
        String socket = "ws://" + stack.gateway().getAuthority() + WebSocketApis.PATH;
        return SOCKET.matcher(http).replaceAll(Matcher.quoteReplacement(socket));
    }
}
