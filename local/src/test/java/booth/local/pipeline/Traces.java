package booth.local.pipeline;

import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cloud leaves outside its process, so that it can be looked up while nobody is running, too.
 *
 * @param buckets the folder of its buckets
 * @param painter its image model, which lives elsewhere
 */
record Traces(Path buckets, FakeBedrock painter) {
    /** Somebody who was told that the photo has arrived. */
    record Guest(JobId job, JobRequest request) {
        JobKeys keys() {
            return JobKeys.of(job, request);
        }
    }

    /** The keys of all objects. */
    Set<String> objects() {
        try (Stream<Path> files = Files.walk(buckets)) {
            return files.map(buckets::relativize)
                    .filter(file -> file.getNameCount() > 1)
                    .map(Traces::key)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String key) {
        try (Stream<Path> all = Files.list(buckets)) {
            return all.anyMatch(bucket -> Files.exists(bucket.resolve(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a picture of this was asked for. */
    int calls(String prompt) {
        return painter.calls(prompt);
    }

    private static String key(Path object) {
        return object.subpath(1, object.getNameCount()).toString();
    }
}
