package booth.cli.run;

import booth.core.job.JobView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How a run shows itself while it goes on. Called from several threads, one for each photo. */
interface Display extends AutoCloseable {
    /** Something about the photo's job has changed. */
    void changed(PhotoFile photo, JobView job);

    /** Nobody can be asked about it for now; it is tried again. */
    void unreachable(PhotoFile photo);

    /** The job has ended and its files are saved. */
    void ended(PhotoFile photo, JobView job, List<Path> files, Map<String, Duration> stages);

    /** There is no job to speak of. */
    void failed(PhotoFile photo, String message);

    @Override
    void close();
}
