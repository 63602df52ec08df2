package booth.garden.mood;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.image.ImageBytes;
import booth.core.image.Photo;
import booth.garden.taste.GuestId;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Reads a guest's mood off a photo. What is stored and shown to Rekognition is the photo at frame size, upright, without
 * what else stood in its file, as where it was taken.
 */
final class ReadMood {
    /** A photo is stored only with this much of the function's 29 s left for looking at it and deleting it again. */
    static final Duration OPENING = Duration.ofSeconds(7);

    /** Of the picture that Rekognition takes. */
    private static final int SHORTEST_SIDE = 80;

    private static final float QUALITY = 0.95f;

    private final String bucket;
    private final Profiles profiles;
    private final FaceReader reader;
    private final Acquaintance acquaintance;
    private final Seats seats;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param bucket its name, which guests are told */
    ReadMood(
            String bucket,
            Profiles profiles,
            FaceReader reader,
            Acquaintance acquaintance,
            Seats seats,
            InstantSource clock,
            JsonLog log) {
        this.bucket = bucket;
        this.profiles = profiles;
        this.reader = reader;
        this.acquaintance = acquaintance;
        this.seats = seats;
        this.clock = clock;
        this.log = log;
    }

    /**
     * @param photo as the guest's camera made it, a JPEG or PNG
     * @return empty where there is no face
     * @throws Refused as {@link Photo#frame}
     * @throws Busy when it may go well later
     */
    Optional<Mood> read(GuestId guest, byte[] photo) {
        Instant start = clock.instant();
        Optional<FaceTraits> face = seats.during(() -> {
            byte[] jpeg = jpeg(photo);
            requireTime(start);
            return profiles.during(guest, jpeg, () -> reader.read(jpeg));
        });
        Optional<Mood> mood = face.map(traits -> Mood.of(guest, bucket, traits));
        mood.ifPresent(this::introduce);
        return mood;
    }

    private static byte[] jpeg(byte[] photo) {
        BufferedImage frame = Photo.frame(photo, Photo.Fit.CROP);
        if (Math.min(frame.getWidth(), frame.getHeight()) < SHORTEST_SIDE)
            throw new Refused(
                    "PHOTO_TOO_NARROW", "The photo is too narrow to look for faces; crop it to less than 12:1.");
        return ImageBytes.jpeg(frame, QUALITY);
    }

    private void requireTime(Instant start) {
        Duration used = Duration.between(start, clock.instant());
        if (used.compareTo(OPENING) > 0)
            throw new Busy("It took too long until the photo could be opened", new TimeoutException(used.toString()));
    }

    /** The mood is the guest's, whether or not anybody remembers him. */
    private void introduce(Mood mood) {
        try {
            acquaintance.met(mood.id(), mood.generation(), mood.gender(), mood.emotions());
        } catch (RuntimeException e) {
            log.write(LogLine.of("guest_not_remembered").error(e));
        }
    }
}
