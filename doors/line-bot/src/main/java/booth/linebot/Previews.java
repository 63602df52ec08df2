package booth.linebot;

import booth.core.image.ImageBytes;
import booth.core.job.ErasureAwareStore;
import booth.core.job.Job;
import booth.core.job.ObjectStore;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Pictures as they show in a chat: a JPEG of at most 512 pixels a side, which even without any compression has fewer bytes
 * than the megabyte that LINE allows.
 */
final class Previews {
    private static final int SIDE = 512;
    private static final float QUALITY = .8f;

    private final ObjectStore store;

    /** @param store the jobs bucket */
    Previews(ObjectStore store) {
        this.store = new ErasureAwareStore(store);
    }

    /** Makes one, unless it is there. */
    void make(Job job, int index) {
        String key = LineKeys.preview(job.jobId(), index);
        if (store.exists(key)) return;
        String picture = job.keys().picture(index);
        store.write(key, ImageBytes.jpeg(small(ImageBytes.decode(picture, store.read(picture))), QUALITY));
    }

    private static BufferedImage small(BufferedImage picture) {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(scale * picture.getWidth()));
        int height = Math.max(1, (int) Math.round(scale * picture.getHeight()));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return small;
    }
}
