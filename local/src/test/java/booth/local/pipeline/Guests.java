package booth.local.pipeline;

import booth.core.Json;
import booth.core.image.ImageBytes;
import booth.core.job.Faces;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobView;
import booth.core.job.ObjectStore;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A photo that has gone through.
 *
 * @param id what names the pictures: the booth's own name for the job, or else the photo's
 * @param seen the job whenever it had changed
 */
record Guests(ObjectStore folder, String photo, int faces, String id, JobId job, List<JobView> seen) {
    String key(String name) {
        return JobKeys.folder(job) + name;
    }

    BufferedImage image(String name) {
        return ImageBytes.decode(name, folder.read(key(name)));
    }

    BufferedImage frame() {
        return ImageBytes.rgb(image("frame.png"));
    }

    BufferedImage mask() {
        return image("mask_" + photo + ".png");
    }

    List<String> pictures() {
        return List.of("photo_" + id + "_1.jpeg", "photo_" + id + "_2.jpeg", "photo_" + id + "_3.jpeg");
    }

    Faces found() {
        return Json.read("faces.json", folder.read(key("faces.json")), Faces.class);
    }

    @Override
    public String toString() {
        return photo;
    }
}
