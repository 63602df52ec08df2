package booth.core.job;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The keys of one job. Its folder is {@code photo/<jobId>/} in both buckets; the last segments are the names booths have
 * always known: {@code mask_<stem>.png} and {@code photo_<id>_<i>.jpeg}, where the stem is the file name up to its first
 * dot and the id is the booth's own, or else the stem. Pictures are JPEGs whatever the photo was, so their names end in
 * {@code .jpeg}.
 */
public record JobKeys(JobId job, String filename, Optional<String> id) {
    private static final String ROOT = "photo/";

    public static JobKeys of(JobId job, JobRequest request) {
        return new JobKeys(job, request.filename(), request.id());
    }

    /** The job whose folder holds {@code key}; empty for keys of anything else. */
    public static Optional<JobId> jobOf(String key) {
        String[] parts = key.split("/", 3);
        if (parts.length < 3 || !key.startsWith(ROOT) || !parts[1].matches("[0-9a-f]{32}")) return Optional.empty();
        return Optional.of(new JobId(parts[1]));
    }

    /** Whether a key is that of a file that people wait for: a frame, faces, a mask or a picture. */
    static boolean isArtefact(String key) {
        return key.endsWith(".png") || key.endsWith(".jpeg") || key.endsWith("/faces.json");
    }

    /** Whether a key of a job's folder is that of its united mask. */
    public static boolean isMask(String key) {
        return key.substring(key.lastIndexOf('/') + 1).startsWith("mask_");
    }

    /** Whether a key of a job's folder is that of a picture. */
    public static boolean isPicture(String key) {
        return key.substring(key.lastIndexOf('/') + 1).startsWith("photo_") && key.endsWith(".jpeg");
    }

    /** Prefix of everything that belongs to {@code job}; deleting it erases the guest. */
    public static String folder(JobId job) {
        return ROOT + job + "/";
    }

    public static String jobRecord(JobId job) {
        return folder(job) + "job.json";
    }

    public static String faces(JobId job) {
        return folder(job) + "faces.json";
    }

    /** What a guest may want to know, a list of {@link Notice}. */
    public static String notices(JobId job) {
        return folder(job) + "notices.json";
    }

    public static String frame(JobId job) {
        return folder(job) + "frame.png";
    }

    /** What SAM saw in a frame, beside it; no news to anybody. */
    public static String embeddingOf(String frame) {
        return frame.replaceFirst("\\.png$", "") + ".sam2";
    }

    /** Mask of one face, counted from 1, the largest first. */
    public static String face(JobId job, int number) {
        return folder(job) + "face-" + number + ".png";
    }

    /** Which order for a picture, counted from 1, is being painted. */
    public static String order(JobId job, int index) {
        return folder(job) + "order_" + index + ".json";
    }

    /** In the uploads bucket: the photo as the guest sent it. */
    public String upload() {
        return folder(job) + filename;
    }

    public String mask() {
        return folder(job) + "mask_" + stem() + ".png";
    }

    /** One result, counted from 1. */
    public String picture(int index) {
        return folder(job) + "photo_" + id.orElse(stem()) + "_" + index + ".jpeg";
    }

    public List<String> pictures() {
        return pictures(JobRequest.PICTURES);
    }

    /** @param count how many there are */
    public List<String> pictures(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::picture).toList();
    }

    /** The mask of the picture that keeps one face alone, counted from 1. */
    String maskOf(int face) {
        return folder(job) + "mask_" + stem() + "_" + face + ".png";
    }

    /** The file name up to its first dot; a name that starts with a dot keeps what follows it. */
    String stem() {
        String name = filename.startsWith(".") ? filename.substring(1) : filename;
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
