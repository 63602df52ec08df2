package booth.detect;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.Refused;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.image.ImageBytes;
import booth.core.image.Photo;
import booth.core.image.PixelRect;
import booth.core.job.Faces;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.ObjectStore;
import booth.detect.FaceDetector.Sighting;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes the frame that all later steps work in and finds who is on it. The frame is stored while the detector looks;
 * {@code faces.json} is written last, so whoever sees the faces can also see the frame.
 */
final class Detect implements Function<Detect.Input, Detect.Output> {
    private static final int MAX_FACES = 40;
    private static final double SURE_OF_GLASSES = 70;

    /** Whoever stands as high as a frame this narrow has a face of some 40 pixels; smaller ones are hardly found. */
    private static final int NARROW = 320;

    /** @param upload the photo's key in the uploads bucket */
    record Input(JobId jobId, String upload) {}

    /**
     * @param faces the largest first, at most 40
     * @param glasses rectangles of glasses that touch a face
     */
    record Output(FrameImage frame, List<FaceToMask> faces, List<PixelRect> glasses) {}

    record FrameImage(String key, int width, int height) {}

    /** @param mask the key its mask is to be written to */
    record FaceToMask(Box box, String mask) {}

    private final ObjectStore uploads;
    private final ObjectStore jobs;
    private final FaceDetector detector;
    private final Photo.Fit fit;

    Detect(ObjectStore uploads, ObjectStore jobs, FaceDetector detector, Photo.Fit fit) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.detector = detector;
        this.fit = fit;
    }

    @Override
    public Output apply(Input input) {
        BufferedImage image = Photo.frame(photo(input.upload()), fit);
        String key = JobKeys.frame(input.jobId());
        Frame frame = new Frame(image.getWidth(), image.getHeight());
        Faces found = Concurrently.both(
                () -> store(key, image), () -> faces(frame, detector.look(image)), (stored, faces) -> faces);
        jobs.write(JobKeys.faces(input.jobId()), Json.bytes(found));
        if (found.faces().isEmpty()) requireRoomForFaces(frame);
        return new Output(
                new FrameImage(key, frame.width(), frame.height()), toMask(input.jobId(), found), found.glasses());
    }

    private byte[] photo(String upload) {
        try {
            return uploads.find(upload, Photo.MAX_BYTES)
                    .orElseThrow(Detect::gone)
                    .bytes();
        } catch (ObjectStore.TooLarge e) {
            throw new Refused("PHOTO_TOO_LARGE", "The photo has more than 15 MB; send a smaller one.", e);
        }
    }

    private static Refused gone() {
        return new Refused(
                "PHOTO_GONE", "The photo was deleted or has expired before it was looked at; send it again.");
    }

    /** On a panorama it is no help to step closer. */
    private static void requireRoomForFaces(Frame frame) {
        if (Math.min(frame.width(), frame.height()) <= NARROW)
            throw new Refused(
                    "PHOTO_TOO_NARROW",
                    "No face was found: the photo is a narrow strip, " + frame.width() + "×" + frame.height()
                            + " pixels when it is looked at, and faces are too small in it; crop it to the people.");
    }

    private String store(String key, BufferedImage image) {
        jobs.write(key, ImageBytes.png(image));
        return key;
    }

    private static Faces faces(Frame frame, Sighting sighting) {
        List<Faces.Face> faces = sighting.faces().stream()
                .map(seen -> new Faces.Face(seen.area().box(frame), seen.attributes()))
                .filter(face -> face.box().area() > 0)
                .sorted(Comparator.comparingDouble(
                                (Faces.Face face) -> face.box().area())
                        .reversed())
                .limit(MAX_FACES)
                .toList();
        List<PixelRect> glasses = sighting.glasses().stream()
                .filter(seen -> seen.confidence() >= SURE_OF_GLASSES)
                .map(seen -> seen.area().pixels(frame))
                .filter(rect -> faces.stream().anyMatch(face -> face.box().touches(rect.toBox())))
                .distinct()
                .toList();
        return new Faces(frame, faces, glasses);
    }

    private static List<FaceToMask> toMask(JobId job, Faces found) {
        return IntStream.range(0, found.faces().size())
                .mapToObj(i -> new FaceToMask(found.faces().get(i).box(), JobKeys.face(job, i + 1)))
                .toList();
    }
}
