package booth.emulator;

import booth.emulator.account.TestAccount;
import java.nio.file.Path;
import java.util.List;

/** How tests start the emulator. */
final class TestSettings {
    private TestSettings() {}

    static Settings of(Path template, Path folder, int port, boolean fresh) {
        return new Settings(template, data(folder, fresh), port, TestAccount.LOCAL);
    }

    static DataSettings data(Path folder, boolean fresh) {
        return new DataSettings(folder, fresh, "servers.log", List.of(), "stop it");
    }
}
