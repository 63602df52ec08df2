package booth.generate;

import booth.core.Json;
import booth.core.job.JobRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The worlds pictures are set in where a job does not bring its own: one text for each of three pictures, and then
 * again from the first. */
record Prompts(List<String> texts) {
    Prompts {
        texts = List.copyOf(texts);
        if (texts.size() != JobRequest.PICTURES)
            throw new IllegalArgumentException(
                    "PROMPTS must be three texts, one for each picture, not " + texts.size() + ".");
        for (int i = 0; i < texts.size(); i++) require(i + 1, texts.get(i));
    }

    /** @param json an array of three strings */
    static Prompts parse(String json) {
        return new Prompts(List.of(Json.read("PROMPTS", json.getBytes(StandardCharsets.UTF_8), String[].class)));
    }

    /** @param index from 1 */
    String of(int index) {
        return texts.get((index - 1) % texts.size());
    }

    private static void require(int index, String text) {
        if (text.isBlank() || text.length() > JobRequest.MAX_PROMPT)
            throw new IllegalArgumentException("Text " + index + " of PROMPTS has " + text.length()
                    + " characters; image models take 1 to " + JobRequest.MAX_PROMPT + ".");
    }
}
