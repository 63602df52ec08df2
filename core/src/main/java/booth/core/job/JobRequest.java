package booth.core.job;

import booth.core.Refused;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a booth asks for when it announces a photo.
 *
 * @param filename the photo's name, without folders
 * @param contentType {@code image/jpeg} or {@code image/png}; the bytes are checked again when they arrive
 * @param id the booth's own name for the job; it reaches the names of the pictures
 * @param requestId the booth's correlation id, repeated in every message
 * @param booth who asks; one busy booth must not starve the others
 * @param prompts up to three texts that replace the configured ones, in order
 * @param mode how many pictures are made, and of whom; three of everybody where nothing is said
 * @param callback who is told how it ended, besides those who ask
 * @param seed of all its pictures; where nothing is said each has its own
 */
public record JobRequest(
        String filename,
        String contentType,
        Optional<String> id,
        Optional<String> requestId,
        String booth,
        List<String> prompts,
        Optional<PictureMode> mode,
        Optional<Callback> callback,
        Optional<Seed> seed) {
    public static final int PICTURES = 3;
    public static final int MAX_PROMPT = 512;
    private static final Pattern FILENAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    public JobRequest {
        prompts = List.copyOf(prompts);
        requireFilename(filename);
        if (filename.startsWith("photo_") || filename.startsWith("mask_"))
            throw new Refused(
                    "INVALID_FILENAME",
                    "File names that start with 'photo_' or 'mask_' are the booth's own; rename '" + filename + "'.");
        if (!contentType.equals("image/jpeg") && !contentType.equals("image/png"))
            throw new Refused(
                    "UNSUPPORTED_TYPE", "The photo must be image/jpeg or image/png, not '" + contentType + "'.");
        id.ifPresent(value -> requireToken("id", value));
        requestId.ifPresent(value -> requireToken("requestId", value));
        requireToken("booth", booth);
        if (prompts.size() > PICTURES)
            throw new Refused("INVALID_PROMPTS", "At most three prompts, not " + prompts.size() + ".");
        for (String prompt : prompts)
            if (prompt.isBlank() || prompt.length() > MAX_PROMPT)
                throw new Refused("INVALID_PROMPTS", "A prompt has 1 to 512 characters, not " + prompt.length() + ".");
    }

    /** Three pictures of everybody. */
    public JobRequest(
            String filename,
            String contentType,
            Optional<String> id,
            Optional<String> requestId,
            String booth,
            List<String> prompts) {
        this(filename, contentType, id, requestId, booth, prompts, Optional.empty(), Optional.empty());
    }

    /** With seeds of their own. */
    public JobRequest(
            String filename,
            String contentType,
            Optional<String> id,
            Optional<String> requestId,
            String booth,
            List<String> prompts,
            Optional<PictureMode> mode,
            Optional<Callback> callback) {
        this(filename, contentType, id, requestId, booth, prompts, mode, callback, Optional.empty());
    }

    /** The same with names that became known later. */
    public JobRequest named(Optional<String> id, Optional<String> requestId) {
        return new JobRequest(filename, contentType, id, requestId, booth, prompts, mode, callback, seed);
    }

    public JobRequest with(PictureMode mode) {
        return new JobRequest(filename, contentType, id, requestId, booth, prompts, Optional.of(mode), callback, seed);
    }

    public JobRequest seeded(Optional<Seed> seed) {
        return new JobRequest(filename, contentType, id, requestId, booth, prompts, mode, callback, seed);
    }

    public PictureMode pictureMode() {
        return mode.orElse(PictureMode.TOGETHER);
    }

    /** @throws Refused {@code INVALID_FILENAME} unless {@code filename} is one, without folders */
    public static void requireFilename(String filename) {
        if (!FILENAME.matcher(filename).matches() || filename.contains("..") || filename.equals("."))
            throw new Refused(
                    "INVALID_FILENAME",
                    "The file name must have 1 to 200 characters, not '.', and no '/', '\\' or '..': '" + filename
                            + "'.");
    }

    /** @throws Refused {@code INVALID_<FIELD>} unless {@code value} can stand in keys and names as it is */
    public static void requireToken(String field, String value) {
        if (!TOKEN.matcher(value).matches())
            throw new Refused(
                    "INVALID_" + field.toUpperCase(java.util.Locale.ROOT),
                    "'" + field + "' must be 1 to 64 letters, digits, '-' or '_': '" + value + "'.");
    }
}
