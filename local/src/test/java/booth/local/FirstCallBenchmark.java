package booth.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a first call costs with priming and without, each in JVMs of its own, over TLS. Run its {@code main} for the
 * figures of docs/adr/022.
 */
final class FirstCallBenchmark {
    private static final Pattern LINE = Pattern.compile("first call: (\\d+) (\\d+) (\\d+)");

    private FirstCallBenchmark() {}

    /**
     * @param classes that the call loaded
     * @param cpuMillis of all threads
     */
    record Cost(int classes, int cpuMillis, int wallMillis) {}

    /** @param arguments how often each is measured */
    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        try (TlsStub aws = TlsStub.start(Path.of("target"))) {
            for (String handler : List.of("booth.detect.DetectHandler", "booth.mergemask.MergeMaskHandler"))
                for (boolean primed : new boolean[] {false, true}) {
                    List<Cost> costs = new ArrayList<>();
                    for (int i = 0; i < runs; i++) costs.add(measure(aws, handler, primed));
                    System.out.println(handler + (primed ? " primed: " : ": ") + median(costs, 0) + " classes, "
                            + median(costs, 1) + " ms of processors, " + median(costs, 2) + " ms");
                }
        }
    }

    private static int median(List<Cost> costs, int column) {
        return IntStream.range(0, costs.size())
                .map(i -> new int[] {
                            costs.get(i).classes(),
                            costs.get(i).cpuMillis(),
                            costs.get(i).wallMillis()
                        }
                        [column])
                .sorted()
                .toArray()[costs.size() / 2];
    }

    static Cost measure(TlsStub aws, String handler, boolean primed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Daws.region=us-west-2",
                "-Daws.accessKeyId=id",
                "-Daws.secretAccessKey=secret",
                "-Daws.endpointUrl=" + aws.url()));
        command.addAll(aws.trusted());
        command.addAll(List.of(FirstCall.class.getName(), handler));
        if (primed) command.add("primed");
        ProcessBuilder jvm = new ProcessBuilder(command).redirectErrorStream(true);
        jvm.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = jvm.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) throw new IOException(said);
        Matcher line = LINE.matcher(said);
        if (!line.find() || said.contains("not_primed")) throw new IOException(said);
        return new Cost(
                Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3)));
    }
}
