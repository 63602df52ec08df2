package booth.garden.mood;

import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.taste.GuestId;

/**
 * What a guest is told of his face. The names and their order are those that pages know.
 *
 * @param id the guest's
 * @param key under which the photo stood
 * @param emotions the strongest one
 */
record Mood(
        GuestId id,
        String bucket,
        String key,
        AgeRange ageRange,
        boolean smile,
        boolean eyeglasses,
        boolean sunglasses,
        Gender gender,
        boolean beard,
        boolean mustache,
        boolean eyesOpen,
        boolean mouthOpen,
        Emotion emotions,
        Generation generation) {

    static Mood of(GuestId guest, String bucket, FaceTraits face) {
        return new Mood(
                guest,
                bucket,
                Profiles.key(guest),
                face.ageRange(),
                face.smile(),
                face.eyeglasses(),
                face.sunglasses(),
                face.gender(),
                face.beard(),
                face.mustache(),
                face.eyesOpen(),
                face.mouthOpen(),
                face.emotion().orElseThrow(() -> new IllegalStateException("Rekognition told no emotion of a face")),
                face.generation());
    }
}
