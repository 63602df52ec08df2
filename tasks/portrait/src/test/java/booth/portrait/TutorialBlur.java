package booth.portrait;

import booth.matting.raster.Blur;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;

/** Portrait mode as tutorials have it: people blackened, a 13×13 mean, people laid over it where the mask is above 128. */
record TutorialBlur(BufferedImage photo, float[] matte) {
    private static final int RADIUS = 6;
    private static final float THRESHOLD = 128 / 255f;

    int[] picture() {
        int[] picture = Pixels.of(photo).clone();
        float[] blue = new float[picture.length];
        for (int i = 0; i < blue.length; i++) blue[i] = matte[i] > THRESHOLD ? 0 : picture[i] & 255;
        Blur.box(blue, photo.getWidth(), photo.getHeight(), RADIUS);
        for (int i = 0; i < blue.length; i++) if (matte[i] <= THRESHOLD) picture[i] = Math.round(blue[i]);
        return picture;
    }
}
