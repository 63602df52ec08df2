package booth.core.job;

import booth.core.Json;
import java.util.List;
import java.util.Optional;

/**
 * Something about a job that is no error, but that its guest may want to know: the photo shows nobody, a face is too small
 * for a mask. A task that has any writes them as {@code notices.json} into the job's folder.
 *
 * @param code for programs, such as {@code NO_PERSON}
 * @param message for people
 * @param face that it is about, counted from 1, the largest first; empty where it is about none
 */
public record Notice(String code, String message, Optional<Integer> face) {
    private record Written(List<Notice> notices) {}

    /** Writes them down, if there are any. */
    public static void write(ObjectStore store, String key, List<Notice> notices) {
        if (!notices.isEmpty()) store.write(key, Json.bytes(new Written(notices)));
    }

    /** Those that were written down; none where nobody did. */
    public static List<Notice> read(ObjectStore store, String key) {
        return store.find(key)
                .map(stored -> Json.read(key, stored.bytes(), Written.class).notices())
                .orElse(List.of());
    }
}
