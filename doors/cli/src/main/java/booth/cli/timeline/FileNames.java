package booth.cli.timeline;

import booth.core.Json;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the names of a job's files in what a task was given or gave back; nothing else of it is shown. */
final class FileNames {
    private FileNames() {}

    /** @param json as the history has it; may be cut short */
    static List<String> in(String json) {
        List<String> names = new ArrayList<>();
        try {
            collect(Json.MAPPER.readTree(json), names);
        } catch (JacksonException e) {
            return List.of();
        }
        return names.stream().distinct().toList();
    }

    private static void collect(JsonNode node, List<String> names) {
        if (node.isTextual())
            JobKeys.jobOf(node.textValue())
                    .map(job -> inFolder(job, node.textValue()))
                    .filter(name -> !name.isEmpty())
                    .ifPresent(names::add);
        else node.forEach(child -> collect(child, names));
    }

    private static String inFolder(JobId job, String key) {
        return key.substring(JobKeys.folder(job).length());
    }
}
