package booth.notify;

import booth.core.JobFolder;
import booth.core.JobId;
import booth.core.JobView;
import booth.core.Json;
import booth.core.JsonLog;
import booth.core.LogLine;
import booth.core.Names;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who watches a job: one marker object {@code photo/<job>/listeners/<connectionId>} for each connection. A push is a
 * courtesy (whoever misses one sees the same by polling), so a connection that does not take it harms nobody; one that
 * is closed loses its marker.
 */
final class Listeners {
    private final JobFolder folder;
    private final Optional<Stream> stream;
    private final JsonLog log;

    /** @param stream empty where nobody can listen */
    Listeners(JobFolder folder, Optional<Stream> stream, JsonLog log) {
        this.folder = folder;
        this.stream = stream;
        this.log = log;
    }

    /** @param view is looked at only if somebody watches: most files land unwatched, and that should cost one request */
    void tell(JobId job, Supplier<Optional<JobView>> view) {
        stream.ifPresent(open -> tell(job, view, open));
    }

    private void tell(JobId job, Supplier<Optional<JobView>> view, Stream open) {
        List<JobFolder.Entry> markers = folder.list(prefix(job));
        if (markers.isEmpty()) return;
        Optional<byte[]> json = view.get().map(Json::bytes);
        json.ifPresent(message -> markers.forEach(marker -> push(job, marker.key(), message, open)));
    }

    private void push(JobId job, String marker, byte[] message, Stream open) {
        switch (open.send(marker.substring(prefix(job).length()), message)) {
            case SENT -> {}
            case GONE -> folder.delete(marker);
            case FAILED -> log.write(LogLine.of("push_failed").job(job));
        }
    }

    private static String prefix(JobId job) {
        return Names.folder(job) + "listeners/";
    }
}
