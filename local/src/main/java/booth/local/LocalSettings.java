package booth.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How to start the booth of this machine.
 *
 * @param templates the synthesized templates in the order in which they are deployed; the pages are those of the first
 * @param weights the folder with {@code models/}, which the functions find below {@code /opt} on AWS
 * @param folder where it keeps its data
 * @param port of the gateway; the next two are S3's and SQS's; 0 for any free ones
 * @param fresh whether to forget what an earlier run left in the folder
 * @param processors how many this machine would have
 * @param secrets what templates name of Secrets Manager, texts by name or ARN; what is there already stays as it is
 */
public record LocalSettings(
        List<Path> templates,
        Path weights,
        Path folder,
        int port,
        boolean fresh,
        int processors,
        Map<String, String> secrets) {
    /** The second stack's, which is deployed where it lies beside the first's. */
    private static final String GARDEN = "Garden.template.json";

    public LocalSettings {
        templates = List.copyOf(templates);
        secrets = Map.copyOf(secrets);
    }

    /**
     * For this machine as it is, and templates that name no secret.
     *
     * @param template the first stack's; with the garden's, if that lies beside it
     */
    public static LocalSettings of(Path template, Path weights, Path folder, int port, boolean fresh) {
        List<Path> templates = Stream.concat(
                        Stream.of(template),
                        Stream.of(template.resolveSibling(GARDEN)).filter(Files::exists))
                .toList();
        return new LocalSettings(
                templates, weights, folder, port, fresh, Runtime.getRuntime().availableProcessors(), Map.of());
    }

    public LocalSettings withProcessors(int number) {
        return new LocalSettings(templates, weights, folder, port, fresh, number, secrets);
    }

    /** With more of them. */
    public LocalSettings withSecrets(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(secrets);
        all.putAll(more);
        return new LocalSettings(templates, weights, folder, port, fresh, processors, all);
    }

    /** Without the secrets: what is printed ends up in logs. */
    @Override
    public String toString() {
        return templates + " in " + folder;
    }
}
