package booth.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** {@code docs/cli.md} is what {@code --help} says; the launcher prints it where nothing has been built yet. */
class CommandReferenceTest {
    private static final Path REFERENCE = Path.of("../docs/cli.md");
    private static final String INTRODUCTION = """
            # The command line

            What `./booth` prints with `--help`, for each command.
            """;

    @TempDir
    private Path home;

    private final CommandLine booth = Main.commandLine(new Home(Path.of(".."), Path.of("../.booth")));

    @Test
    void theReferenceSaysWhatTheCommandsSay() throws IOException {
        String said = INTRODUCTION + described("booth", booth);

        if (Boolean.getBoolean("booth.cli.write")) Files.writeString(REFERENCE, said);

        assertThat(Files.readString(REFERENCE))
                .as("make it anew: mvn -pl local -am test -Dtest=CommandReferenceTest -Dbooth.cli.write"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(said);
    }

    /** A copy of the launcher without anything built beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "run --help", "keys create -h", ""})
    void helpNeedsNoBuild(String arguments) throws Exception {
        CommandLine command = booth;
        for (String name : arguments.split(" ", -1))
            if (command.getSubcommands().containsKey(name))
                command = command.getSubcommands().get(name);

        assertThat(launched(arguments)).isEqualTo(usage(command));
    }

    @Test
    void theVersionNeedsNoBuild() throws Exception {
        assertThat(launched("--version")).matches("booth \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    private String launched(String arguments) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("docs"));
        for (String file : new String[] {"booth", "pom.xml", "docs/cli.md"})
            Files.copy(Path.of("..").resolve(file), home.resolve(file));
        Process launcher = new ProcessBuilder("bash", "-c", "bash booth " + arguments)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(launcher.getInputStream().readAllBytes());
        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).as(said).isZero();
        return said;
    }

    private static String described(String name, CommandLine command) {
        StringBuilder text = new StringBuilder("\n## " + name + "\n\n```\n" + usage(command) + "```\n");
        command.getSubcommands().forEach((sub, line) -> text.append(described(name + " " + sub, line)));
        return text.toString();
    }

    private static String usage(CommandLine command) {
        return command.getUsageMessage(Ansi.OFF);
    }
}
