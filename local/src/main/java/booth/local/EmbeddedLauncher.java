package booth.local;

import booth.cli.stack.Launcher;
import booth.cli.stack.Stack;
import booth.cli.terminal.CommandFailed;
import booth.emulator.EmbeddedCloud;
import booth.emulator.template.Unsupported;
import booth.vision.Models;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** Gives the command line a cloud in this JVM. */
final class EmbeddedLauncher implements Launcher {
    private static final int USUAL_COLUMNS = 80;
    private static final String SAMPLE = "sample3.jpg";

    private final Home home;

    EmbeddedLauncher(Home home) {
        this.home = home;
    }

    @Override
    public Stack startCloud() {
        return start(0, false, true);
    }

    @Override
    public Path samplePhoto() {
        return home.models().resolve("samples").resolve(SAMPLE);
    }

    @Override
    public Path outputsFile() {
        return home.outputs();
    }

    @Override
    public Path settings() {
        return home.root().resolve("cdk.json");
    }

    /** The script asks the shell, which knows; a JVM's own console says yes to pipes from JDK 22 on. */
    @Override
    public boolean onTerminal() {
        return Boolean.getBoolean("booth.terminal");
    }

    @Override
    public OptionalInt columns() {
        int columns = Integer.getInteger("booth.columns", USUAL_COLUMNS);
        return onTerminal() ? OptionalInt.of(columns) : OptionalInt.empty();
    }

    /**
     * @param port of the gateway, or 0 for ports nobody uses
     * @param warm whether to load the first models while the servers start, because a photo is about to come
     * @throws CommandFailed when a port is taken, another process has the data, or something has not been built
     */
    Started start(int port, boolean fresh, boolean warm) {
        try {
            return embed(home.template(), port, fresh, warm);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException | Unsupported e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private Started embed(Path template, int port, boolean fresh, boolean warm) {
        LocalModels models = new LocalModels(Models.in(home.models()));
        try {
            CompletableFuture<Void> warmed = warm ? models.warmUp() : CompletableFuture.completedFuture(null);
            EmbeddedCloud cloud =
                    LocalCloud.start(template, home.vision(), home.data(), port, fresh, models.services());
            if (warm) cloud.setUpFunctions();
            warmed.join();
            return new Started(cloud, models);
        } catch (RuntimeException e) {
            models.close();
            throw e;
        }
    }

    /** A cloud and the models behind it; they end together. */
    record Started(EmbeddedCloud embedded, LocalModels models) implements Stack {
        @Override
        public Map<String, String> outputs() {
            return embedded.outputs();
        }

        @Override
        public void close() {
            embedded.close();
            models.close();
        }
    }
}
