package booth.core.image;

import booth.core.Primed;
import java.awt.image.BufferedImage;

/** Whatever opens and writes pictures: its first use loads some hundred classes and a native library. */
public final class ImageCodecs implements Primed {
    private static final int SIDE = 128;

    /** A small picture goes the way of a photo, a frame, a mask and what a guest takes home. */
    @Override
    public void prime() {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        BufferedImage frame = Photo.frame(ImageBytes.jpeg(picture, 1), Photo.Fit.SQUASH);
        ImageBytes.rgb(ImageBytes.decode("a picture", ImageBytes.png(frame)));
        PictureFile.encode(frame, PictureFile.Source.ALTERED);
        Mask.ofImage(ImageBytes.decode("a mask", ImageBytes.png(new Mask(SIDE, SIDE).toImage())));
    }
}
