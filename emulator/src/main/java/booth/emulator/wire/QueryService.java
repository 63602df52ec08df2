package booth.emulator.wire;

import java.util.Map;
import java.util.Set;

/** A service of the AWS query protocol: {@code POST /} with a form, or {@code GET /}
 * with a query, whose {@code Action} names the operation. */
public interface QueryService {
    /** Every operation the service has; no two services of one server share a name. */
    Set<String> actions();

    /** Those of them that anybody may call, without a signature: links in mails and messages lead to them. */
    default Set<String> unsigned() {
        return Set.of();
    }

    /** XML namespace of the answers, {@code http://sns.amazonaws.com/doc/2010-03-31/}; empty for none. */
    default String namespace() {
        return "";
    }

    /**
     * Carries out one operation.
     *
     * @param action one of {@link #actions()}
     * @param parameters the form without {@code Action} and {@code Version}, flattened as the protocol has it
     *     ({@code Attributes.entry.1.key})
     * @return the XML inside the answer's {@code <…Result>} element; empty where the operation answers nothing
     * @throws ServiceError an error the service's model names
     */
    String call(String action, Map<String, String> parameters);
}
