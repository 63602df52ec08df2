package booth.api.jobs;

import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.core.job.JobId;
import booth.core.job.JobIndex;
import booth.core.job.JobView;
import booth.http.Answer;
import booth.http.Call;
import booth.http.Request;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A booth's jobs of one day, page by page. */
public final class ListJobs {
    private static final int USUAL = 20;
    private static final int MOST = 50; // each job costs two to three requests of S3, made at the same time

    private record Page(List<JobView> jobs, Optional<String> cursor) {}

    private final JobIndex index;
    private final Function<JobId, Optional<JobView>> view;
    private final InstantSource clock;

    public ListJobs(JobIndex index, Function<JobId, Optional<JobView>> view, InstantSource clock) {
        this.index = index;
        this.view = view;
        this.clock = clock;
    }

    public Answer list(Call call, BoothKey key) {
        Request request = call.request();
        Booths.require(key, request.query("booth"));
        JobIndex.Page page = index.page(
                key.booth(),
                request.query("day")
                        .map(ListJobs::day)
                        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                request.query("cursor"),
                request.query("limit").map(ListJobs::limit).orElse(USUAL));
        List<JobView> jobs = Concurrently.each(page.jobs(), view).stream()
                .flatMap(Optional::stream)
                .toList();
        return Answer.json(200, new Page(jobs, page.cursor()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refused("INVALID_DAY", "'day' is a date such as 2026-11-21, not '" + text + "'.", e);
        }
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST)
            throw new Refused("INVALID_LIMIT", "'limit' is 1 to " + MOST + ", not '" + text + "'.");
        return Integer.parseInt(text);
    }
}
