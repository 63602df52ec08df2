package booth.cli.doctor;

import booth.cli.BoothCommand;
import booth.cli.NoStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An account where all is well until a test says otherwise, and a doctor who looks at it. */
abstract class WithADoctor {
    @TempDir
    Path folder;

    final FakeAccount account = new FakeAccount();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    String settings = "cdk.json";

    @BeforeEach
    void anAccount() throws IOException {
        Files.writeString(
                folder.resolve("outputs.json"),
                "{\"PhotoBooth\":{},\"SdkProperties\":{\"aws.region\":\"us-west-2\",\"aws.accessKeyId\":\"id\","
                        + "\"aws.secretAccessKey\":\"secret\",\"aws.endpointUrl\":\"" + account.url() + "\"}}");
        Files.writeString(
                folder.resolve("cdk.json"),
                "{\"context\":{\"imageModel\":\"us.stability.stable-image-inpaint-v1:0\",\"imageDialect\":\"stability\","
                        + "\"regions\":[\"us-west-2\",\"us-east-1\"],\"samEndpoint\":\"\",\"segmentMemoryMb\":3008,"
                        + "\"generateConcurrency\":3}}");
    }

    @AfterEach
    void close() {
        account.close();
    }

    /** The first line about it. */
    String line(String check) {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith(check, 6))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing about " + check + " in\n" + out + err));
    }

    int doctor(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "doctor";
        all[1] = "--settings";
        all[2] = folder.resolve(settings).toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return BoothCommand.create(new NoStack(folder))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
