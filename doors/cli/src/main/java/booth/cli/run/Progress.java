package booth.cli.run;

import booth.core.job.JobView;
import booth.core.job.Stage;
import java.util.Optional;

/**
 * How far a job has come, for a bar and for a line of text.
 *
 * @param done steps behind it: faces found, each mask, the merge, each picture
 * @param total steps there are; not known before the faces are
 * @param text e.g. {@code masks 2/5}
 */
record Progress(int done, int total, String text) {
    private static final int USUAL_FACES = 1;

    static Progress of(JobView view) {
        Optional<JobView.FacesView> faces = view.faces();
        int found = faces.map(JobView.FacesView::found).orElse(USUAL_FACES);
        int total = 1 + found + 1 + view.pictures().size();
        if (view.status().ended()) return new Progress(total, total, ending(view));
        long ready = view.pictures().stream().filter(p -> p.url().isPresent()).count();
        if (view.mask().isPresent())
            return new Progress(
                    2 + found + (int) ready,
                    total,
                    ready == 0
                            ? "merged"
                            : "pictures " + ready + "/" + view.pictures().size());
        if (faces.isPresent()) {
            int masked = faces.get().masked();
            String text = masked == 0
                    ? found + (found == 1 ? " face found" : " faces found")
                    : "masks " + masked + "/" + found;
            return new Progress(1 + masked, total, text);
        }
        return new Progress(0, total, view.stage() == Stage.UPLOAD ? "sent" : "looking for faces");
    }

    private static String ending(JobView view) {
        return view.error().isPresent()
                ? view.status().word() + ": " + view.error().get().message()
                : view.status().word();
    }
}
