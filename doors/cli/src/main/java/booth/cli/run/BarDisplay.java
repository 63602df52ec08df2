package booth.cli.run;

import booth.core.job.JobView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for each photo, for terminals; what was made is listed when all bars have come to rest. */
final class BarDisplay implements Display {
    private final PlainDisplay afterwards;
    private final Map<PhotoFile, ProgressBar> bars = new ConcurrentHashMap<>();
    private final List<Runnable> reports = new ArrayList<>();

    BarDisplay(PrintWriter out, PrintWriter err) {
        this.afterwards = new PlainDisplay(out, err);
    }

    @Override
    public void changed(PhotoFile photo, JobView job) {
        Progress progress = Progress.of(job);
        bars.computeIfAbsent(photo, BarDisplay::bar)
                .maxHint(progress.total())
                .stepTo(progress.done())
                .setExtraMessage(" " + (job.status().ended() ? job.status().word() : progress.text()));
    }

    @Override
    public void unreachable(PhotoFile photo) {
        bars.computeIfAbsent(photo, BarDisplay::bar).setExtraMessage(" " + PlainDisplay.UNREACHABLE);
    }

    @Override
    public synchronized void ended(PhotoFile photo, JobView job, List<Path> files, Map<String, Duration> stages) {
        reports.add(() -> afterwards.ended(photo, job, files, stages));
    }

    @Override
    public synchronized void failed(PhotoFile photo, String message) {
        reports.add(() -> afterwards.failed(photo, message));
    }

    @Override
    public synchronized void close() {
        bars.values().forEach(ProgressBar::close);
        reports.forEach(Runnable::run);
        afterwards.close();
    }

    private static ProgressBar bar(PhotoFile photo) {
        return new ProgressBarBuilder()
                .setTaskName(photo.name())
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(100)
                .hideEta()
                .build();
    }
}
