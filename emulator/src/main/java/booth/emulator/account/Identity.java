package booth.emulator.account;

import booth.emulator.wire.QueryService;
import booth.emulator.wire.Xml;
import java.util.Map;
import java.util.Set;

/** STS as far as tools ask it whether their credentials work: everybody is the account's owner. */
public record Identity(Account account) implements QueryService {
    @Override
    public Set<String> actions() {
        return Set.of("GetCallerIdentity");
    }

    @Override
    public String namespace() {
        return "https://sts.amazonaws.com/doc/2011-06-15/";
    }

    @Override
    public String call(String action, Map<String, String> parameters) {
        return Xml.element("Arn", "arn:aws:iam::" + account.id() + ":root")
                + Xml.element("UserId", account.id())
                + Xml.element("Account", account.id());
    }
}
