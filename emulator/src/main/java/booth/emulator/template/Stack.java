package booth.emulator.template;

import booth.emulator.account.Account;
import java.net.URI;
import java.util.Map;

/**
 * Where a template is deployed.
 *
 * @param gateway where APIs answer
 * @param queues the SQS endpoint, for the queues' URLs
 * @param outside what its template may mention that is not in it
 */
public record Stack(String name, Account account, URI gateway, URI queues, Outside outside) {
    private static final int LONGEST = 62; // a bucket takes 63 characters

    /** Its ARN. */
    public String id() {
        return account.arn("cloudformation", "stack/" + name + "/local");
    }

    /** Another one at the same place, for whose template there are these exports. */
    Stack called(String other, Map<String, String> exports) {
        return new Stack(other, account, gateway, queues, new Outside(outside.secrets(), exports));
    }

    /** @param queue its name */
    public String queueUrl(String queue) {
        return queues + "/" + account.id() + "/" + queue;
    }

    /** The name of a resource that the template does not name: without hash or chance of its own, so that it finds its data again. */
    String generatedName(String logicalId) {
        String whole = name + "-" + logicalId;
        return whole.length() <= LONGEST
                ? whole
                : whole.substring(0, LONGEST / 2) + whole.substring(whole.length() - LONGEST / 2);
    }
}
