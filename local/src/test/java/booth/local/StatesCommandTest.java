package booth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booth.emulator.wire.TestClients;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;

class StatesCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("is up: (http://127\\.0\\.0\\.1:\\d+)");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void itTellsItsAddressAndAnswersThereUntilItIsStopped() throws Exception {
        Thread command = new Thread(() -> booth("states", "--port", "0", "--lambda-endpoint", "http://127.0.0.1:3001"));
        command.start();
        Matcher address = await().until(() -> ADDRESS.matcher(out.toString()), Matcher::find);
        try (SfnClient states = TestClients.of(SfnClient.builder(), URI.create(address.group(1)))) {
            assertThat(states.listStateMachines().stateMachines()).isEmpty();
        }
        command.interrupt();
        command.join();

        assertThat(out.toString()).contains("Lambda  http://127.0.0.1:3001").contains("SQS     none");
        assertThat(folder.resolve("states-only")).isDirectory();
    }

    @Test
    void whereAnotherHasTheFolderTheOptionForAnotherIsNamed() throws Exception {
        Thread first = new Thread(() -> booth("states", "--port", "0"));
        first.start();
        await().until(() -> ADDRESS.matcher(out.toString()).find());

        int code = booth("states", "--port", "0");
        first.interrupt();
        first.join();

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains(folder.resolve("states-only").toString())
                .contains("stop it or choose another folder (--data)");
    }

    @Test
    void aTaskWithoutAServiceIsToldTheOptionThatNamesOne() throws Exception {
        Thread command = new Thread(() -> booth("states", "--port", "0"));
        command.start();
        Matcher address = await().until(() -> ADDRESS.matcher(out.toString()), Matcher::find);
        try (SfnClient states = TestClients.of(SfnClient.builder(), URI.create(address.group(1)))) {
            String machine = states.createStateMachine(create -> create.name("greet")
                            .roleArn("arn:aws:iam::000000000000:role/any")
                            .definition("""
                                    {"QueryLanguage": "JSONata", "StartAt": "Greet", "States": {"Greet": {
                                      "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                                      "Arguments": {"FunctionName": "greet"}, "End": true}}}"""))
                    .stateMachineArn();
            String execution = states.startExecution(start -> start.stateMachineArn(machine))
                    .executionArn();

            await().untilAsserted(() -> assertThat(states.describeExecution(of -> of.executionArn(execution))
                            .cause())
                    .contains("There is no Lambda to call", "--lambda-endpoint URL"));
        }
        command.interrupt();
        command.join();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int code = booth("states", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .contains("Port " + taken.getLocalPort() + " of 127.0.0.1 is taken")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void anEndpointThatIsNoAddressIsAMistake() {
        assertThat(booth("states", "--sqs-endpoint", "127.0.0.1:3001")).isEqualTo(64);
        assertThat(booth("states", "--lambda-endpoint", "ftp://127.0.0.1")).isEqualTo(64);
        assertThat(err.toString()).contains("http://127.0.0.1:3001");
    }

    @Test
    void helpHasAWorkedExample() {
        assertThat(booth("states", "--help")).isZero();

        assertThat(out.toString())
                .contains("aws stepfunctions create-state-machine --name greet")
                .contains("\"Payload\": {\"name\": \"{% $states.input.guest %}\"}},\n") // no line is broken
                .contains("--state-machine-arn $machine \\\n");
    }

    private int booth(String... arguments) {
        return Main.commandLine(new Home(folder, folder))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
