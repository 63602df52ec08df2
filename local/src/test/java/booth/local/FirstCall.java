package booth.local;

import booth.core.function.Priming;
import booth.core.job.JobId;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The first call of a task's function in a JVM that has done nothing else; {@link FirstCallBenchmark} starts it. Prints
 * the classes that the call loaded, and the milliseconds it took of processors and of the guest's time.
 */
final class FirstCall {
    static final JobId JOB = new JobId("f".repeat(32));

    private static final Map<String, String> ENVIRONMENT =
            Map.of("UPLOADS_BUCKET", "uploads", "JOBS_BUCKET", "jobs", "FRAME_FIT", "squash");

    private static final Map<String, String> CALLS = Map.of(
            "booth.detect.DetectHandler",
            "{\"jobId\":\"" + JOB + "\",\"upload\":\"photo/" + JOB + "/guest.jpg\"}",
            "booth.mergemask.MergeMaskHandler",
            "{\"frame\":{\"key\":\"photo/" + JOB + "/frame.png\",\"width\":1024,\"height\":768},\"masks\":[\"photo/"
                    + JOB + "/face-1.png\"],\"glasses\":[],\"mask\":\"photo/" + JOB + "/mask_guest.png\"}");

    private FirstCall() {}

    /** @param arguments the handler's class, and {@code primed} or not */
    public static void main(String[] arguments) throws Exception {
        RequestStreamHandler handler = (RequestStreamHandler)
                Class.forName(arguments[0]).getConstructor(Map.class).newInstance(ENVIRONMENT);
        if (arguments.length > 1) Priming.of(handler).orElseThrow().run();
        byte[] call = Objects.requireNonNull(CALLS.get(arguments[0])).getBytes(StandardCharsets.UTF_8);

        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        OperatingSystemMXBean processors = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long loaded = classes.getTotalLoadedClassCount();
        long cpu = processors.getProcessCpuTime();
        long start = System.nanoTime();
        handler.handleRequest(new ByteArrayInputStream(call), new ByteArrayOutputStream(), null);
        long wall = System.nanoTime() - start;
        cpu = processors.getProcessCpuTime() - cpu;
        loaded = classes.getTotalLoadedClassCount() - loaded;
        System.out.println("first call: " + loaded + " " + cpu / 1_000_000 + " " + wall / 1_000_000);
    }
}
