package booth.cli.run;

import booth.cli.terminal.CommandFailed;
import booth.core.job.JobKeys;
import booth.core.job.JobView;
import booth.core.job.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what a job made on this machine's disk, under {@code <out>/<jobId>/} with the names it has in its folder. */
final class ResultDownload {
    private ResultDownload() {}

    static List<Path> save(JobView job, ObjectStore folder, Path out) {
        Path home = out.resolve(job.jobId().value());
        try {
            Files.createDirectories(home);
            List<Path> files = new ArrayList<>();
            for (String key : keys(job)) {
                Optional<ObjectStore.Stored> object = folder.find(key);
                if (object.isEmpty()) continue;
                Path file = home.resolve(key.substring(key.lastIndexOf('/') + 1));
                Files.write(file, object.get().bytes());
                files.add(file);
            }
            return files;
        } catch (IOException e) {
            throw new CommandFailed("The results of job " + job.jobId() + " cannot be saved under " + home + ": "
                    + e.getMessage() + ". They are still in the bucket.");
        }
    }

    private static List<String> keys(JobView job) {
        JobKeys names =
                new JobKeys(job.jobId(), job.origin().filename(), job.origin().id());
        List<String> keys = new ArrayList<>(List.of(JobKeys.frame(job.jobId()), names.mask()));
        keys.addAll(names.pictures());
        keys.add(JobKeys.jobRecord(job.jobId()));
        return keys;
    }
}
