package booth.garden.visitors;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.mood.FaceTraits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/**
 * One face on a photo of a booth. It is written nowhere: it is read off the job's own folder whenever it is asked for, so
 * it expires with the job and is erased with it.
 *
 * @param id of the face, which names neither the guest nor the job
 * @param name the same
 * @param key of the frame on which the face is
 * @param age in years, the mean of what it looks like
 * @param emotions the strongest; empty where none of those is told that the garden knows
 * @param time {@code yyyy-MM-dd HH:mm:ss}, nine hours ahead of UTC
 * @param createdAt the same moment
 */
record Visitor(
        String id,
        String name,
        String key,
        String bucket,
        double age,
        Optional<Emotion> emotions,
        boolean smile,
        boolean eyeglasses,
        boolean sunglasses,
        Gender gender,
        boolean beard,
        boolean mustache,
        boolean eyesOpen,
        boolean mouthOpen,
        Generation generation,
        String time,
        Instant createdAt) {
    /** Where the days of booths are counted. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(9);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** @param number of the face, from 1, the largest first */
    static Visitor of(JobId job, int number, String bucket, FaceTraits face, Instant when) {
        String id = UUID.nameUUIDFromBytes((JobKeys.face(job, number)).getBytes(UTF_8))
                .toString();
        return new Visitor(
                id,
                id,
                JobKeys.frame(job),
                bucket,
                face.ageRange().mean(),
                face.emotion(),
                face.smile(),
                face.eyeglasses(),
                face.sunglasses(),
                face.gender(),
                face.beard(),
                face.mustache(),
                face.eyesOpen(),
                face.mouthOpen(),
                face.generation(),
                when.atOffset(ZONE).format(TIME),
                when);
    }
}
