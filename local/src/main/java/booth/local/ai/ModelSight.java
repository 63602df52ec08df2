package booth.local.ai;

import booth.vision.Face;
import java.awt.image.BufferedImage;
import java.util.List;

/** Sight by the real models. */
record ModelSight(VisionModels models) implements Sight {
    @Override
    public SeenPhoto look(BufferedImage photo) {
        Luma luma = Luma.of(photo);
        List<SeenFace> faces = models.faces().find(photo).stream()
                .map(face -> look(photo, luma, face))
                .toList();
        return new SeenPhoto(photo.getWidth(), photo.getHeight(), faces, luma.quality());
    }

    private SeenFace look(BufferedImage photo, Luma luma, Face face) {
        return new SeenFace(
                face, models.moods().read(photo, face), models.glasses().read(photo, face), luma.quality(face.box()));
    }
}
