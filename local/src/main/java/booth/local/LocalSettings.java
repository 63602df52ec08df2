package booth.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How to start the booth of this machine.
 *
 * @param template the synthesized template
 * @param weights the folder with {@code models/}, which the functions find below {@code /opt} on AWS
 * @param folder where it keeps its data
 * @param port of the gateway; the next two are S3's and SQS's; 0 for any free ones
 * @param fresh whether to forget what an earlier run left in the folder
 * @param processors how many this machine would have
 * @param secrets what templates name of Secrets Manager, texts by name or ARN; what is there already stays as it is
 */
public record LocalSettings(
        Path template,
        Path weights,
        Path folder,
        int port,
        boolean fresh,
        int processors,
        Map<String, String> secrets) {
    public LocalSettings {
        secrets = Map.copyOf(secrets);
    }

    /** For this machine as it is, and templates that name no secret. */
    public static LocalSettings of(Path template, Path weights, Path folder, int port, boolean fresh) {
        return new LocalSettings(
                template, weights, folder, port, fresh, Runtime.getRuntime().availableProcessors(), Map.of());
    }

    public LocalSettings withProcessors(int number) {
        return new LocalSettings(template, weights, folder, port, fresh, number, secrets);
    }

    /** With more of them. */
    public LocalSettings withSecrets(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(secrets);
        all.putAll(more);
        return new LocalSettings(template, weights, folder, port, fresh, processors, all);
    }

    /** Without the secrets: what is printed ends up in logs. */
    @Override
    public String toString() {
        return template + " in " + folder;
    }
}
