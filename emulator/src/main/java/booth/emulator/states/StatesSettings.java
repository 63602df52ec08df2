package booth.emulator.states;

import java.nio.file.Path;

/**
 * Where a Step Functions endpoint lives.
 *
 * @param folder where machines and journals of executions are kept; made if missing
 * @param region the region its ARNs name, {@code us-east-1}
 * @param account the twelve digits its ARNs name
 */
public record StatesSettings(Path folder, String region, String account) {
    public StatesSettings {
        if (!account.matches("\\d{12}"))
            throw new IllegalArgumentException("An AWS account has twelve digits, not " + account + ".");
    }
}
