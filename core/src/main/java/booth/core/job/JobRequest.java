package booth.core.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
 * @param wanted what is made of the photo
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
        Optional<Seed> seed,
        @JsonUnwrapped LookChoice wanted) {
    public static final int PICTURES = 3;
    public static final int MAX_PROMPT = 512;

    /**
     * In bytes. File systems take 255; the longest name that is made of it, {@code photo_<stem>_10.jpeg}, has 14 more, and
     * 38 more while S3Proxy writes it.
     */
    static final int MAX_FILENAME = 200;

    private static final char NUL = 0;
    private static final Pattern FILENAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    public JobRequest {
        prompts = List.copyOf(prompts);
        requireName(filename);
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
            else if (!whole(prompt))
                throw new Refused("INVALID_PROMPTS", "A prompt has half a character in it (a lone surrogate).");
        wanted.requireToFit(prompts, mode);
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
        this(filename, contentType, id, requestId, booth, prompts, mode, callback, Optional.empty(), LookChoice.NONE);
    }

    /** The same with names that became known later. */
    public JobRequest named(Optional<String> id, Optional<String> requestId) {
        return new JobRequest(filename, contentType, id, requestId, booth, prompts, mode, callback, seed, wanted);
    }

    public JobRequest with(PictureMode mode) {
        return new JobRequest(
                filename, contentType, id, requestId, booth, prompts, Optional.of(mode), callback, seed, wanted);
    }

    public JobRequest with(LookChoice wanted) {
        return new JobRequest(filename, contentType, id, requestId, booth, prompts, mode, callback, seed, wanted);
    }

    public JobRequest seeded(Optional<Seed> seed) {
        return new JobRequest(filename, contentType, id, requestId, booth, prompts, mode, callback, seed, wanted);
    }

    public PictureMode pictureMode() {
        return mode.orElse(PictureMode.TOGETHER);
    }

    /** What is made of the photo. */
    public Look look() {
        return wanted.chosen();
    }

    /**
     * What is demanded of a job that is opened, but not of records that are read back: earlier releases took more.
     *
     * @throws Refused {@code INVALID_FILENAME} or {@code INVALID_PROMPTS}
     */
    public void requireNew() {
        requireFilename(filename);
        for (String prompt : prompts)
            if (prompt.indexOf(NUL) >= 0)
                throw new Refused("INVALID_PROMPTS", "A prompt must not hold the character U+0000.");
    }

    /**
     * @throws Refused {@code INVALID_FILENAME} unless {@code filename} is one, without folders, and short enough for a
     *     file system, with what is put before and after it
     */
    public static void requireFilename(String filename) {
        requireName(filename);
        int bytes = filename.getBytes(UTF_8).length;
        if (bytes > MAX_FILENAME)
            throw new Refused(
                    "INVALID_FILENAME",
                    "The file name must have at most " + MAX_FILENAME + " bytes as UTF-8, not " + bytes
                            + "; a Korean syllable has three. Give the file a shorter name.");
    }

    private static void requireName(String filename) {
        if (!FILENAME.matcher(filename).matches() || filename.contains("..") || filename.equals("."))
            throw new Refused(
                    "INVALID_FILENAME",
                    "The file name must have 1 to 200 characters, not '.', and no '/', '\\' or '..': '" + filename
                            + "'.");
        if (!whole(filename))
            throw new Refused("INVALID_FILENAME", "The file name has half a character in it (a lone surrogate).");
    }

    /** Whether a text can be written as UTF-8. */
    static boolean whole(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    /** @throws Refused {@code INVALID_<FIELD>} unless {@code value} can stand in keys and names as it is */
    public static void requireToken(String field, String value) {
        if (!TOKEN.matcher(value).matches())
            throw new Refused(
                    "INVALID_" + field.toUpperCase(java.util.Locale.ROOT),
                    "'" + field + "' must be 1 to 64 letters, digits, '-' or '_': '" + value + "'.");
    }
}
