package booth.local.ai;

import booth.vision.FaceFinder;
import booth.vision.GlassesReader;
import booth.vision.Models;
import booth.vision.MoodReader;
import booth.vision.PersonMatte;
import booth.vision.Sam2;
import java.awt.image.BufferedImage;

/** The models that all services of one process share. Each is loaded when it is first asked, and once. */
public final class VisionModels implements AutoCloseable {
    private final FaceFinder faces;
    private final MoodReader moods;
    private final GlassesReader glasses;
    private final PersonMatte matte;
    private final Sam2 sam;

    /** Loads nothing yet. */
    public VisionModels(Models models) {
        faces = new FaceFinder(models);
        moods = new MoodReader(models);
        glasses = new GlassesReader(models);
        matte = new PersonMatte(models);
        sam = new Sam2(models);
    }

    /** Loads what every photo needs first, by looking at a blank one; without it the first photo waits for that. */
    public void warmUp() {
        faces.find(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
    }

    FaceFinder faces() {
        return faces;
    }

    MoodReader moods() {
        return moods;
    }

    GlassesReader glasses() {
        return glasses;
    }

    PersonMatte matte() {
        return matte;
    }

    Sam2 sam() {
        return sam;
    }

    /** Nothing may be using them any more. */
    @Override
    public void close() {
        faces.close();
        moods.close();
        glasses.close();
        matte.close();
        sam.close();
    }
}
