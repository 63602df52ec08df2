package booth.cli.run;

import booth.cli.terminal.Age;
import booth.core.job.JobView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One line for each step: for logs, pipes, and people who read later. */
final class PlainDisplay implements Display {
    static final String UNREACHABLE = "the cloud does not answer; trying again";

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<PhotoFile, String> last = new ConcurrentHashMap<>();

    PlainDisplay(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void changed(PhotoFile photo, JobView job) {
        if (!job.status().ended()) say(photo, Progress.of(job).text());
    }

    @Override
    public void unreachable(PhotoFile photo) {
        say(photo, UNREACHABLE);
    }

    private void say(PhotoFile photo, String text) {
        if (text.equals(last.put(photo, text))) return;
        err.println(photo.name() + ": " + text);
        err.flush();
    }

    @Override
    public synchronized void ended(PhotoFile photo, JobView job, List<Path> files, Map<String, Duration> stages) {
        out.println(summary(photo, job, stages));
        job.pictures()
                .forEach(picture -> picture.error()
                        .ifPresent(problem -> out.println("  picture " + picture.index() + ": " + problem.message())));
        files.forEach(file -> out.println("  " + file));
        out.flush();
    }

    @Override
    public synchronized void failed(PhotoFile photo, String message) {
        err.println(photo.name() + ": " + message);
        err.flush();
    }

    @Override
    public void close() {
        out.flush();
        err.flush();
    }

    static String summary(PhotoFile photo, JobView job, Map<String, Duration> stages) {
        String times = stages.entrySet().stream()
                .map(stage -> stage.getKey() + " " + Age.took(stage.getValue()))
                .collect(Collectors.joining(", "));
        return photo.name() + ": " + Progress.of(job).text()
                + job.legacy().timeTaken().map(s -> " in " + s + " s").orElse("")
                + (times.isEmpty() ? "" : " (" + times + ")");
    }
}
