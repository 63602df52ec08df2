package booth.cli.run;

import booth.core.Json;
import booth.core.job.JobView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON lines for machines: one for every change of a job; a job's last one also says what was saved. */
final class JsonDisplay implements Display {
    /** @param stages seconds each stage took */
    private record Line(
            String photo,
            Optional<JobView> job,
            Optional<List<String>> files,
            Optional<Map<String, Double>> stages,
            Optional<String> error) {}

    private final PrintWriter out;

    JsonDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void changed(PhotoFile photo, JobView job) {
        if (!job.status().ended())
            print(new Line(
                    photo.path().toString(), Optional.of(job), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Whoever reads this waits for the next line anyway. */
    @Override
    public void unreachable(PhotoFile photo) {}

    @Override
    public void ended(PhotoFile photo, JobView job, List<Path> files, Map<String, Duration> stages) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        stages.forEach((stage, took) -> seconds.put(stage, took.toMillis() / 1000.0));
        print(new Line(
                photo.path().toString(),
                Optional.of(job),
                Optional.of(files.stream().map(Path::toString).toList()),
                Optional.of(seconds),
                Optional.empty()));
    }

    @Override
    public void failed(PhotoFile photo, String message) {
        print(new Line(
                photo.path().toString(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(message)));
    }

    @Override
    public void close() {
        out.flush();
    }

    private synchronized void print(Line line) {
        out.println(Json.text(line));
        out.flush();
    }
}
