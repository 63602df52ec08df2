package booth.core.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which jobs a booth opened on which day, in UTC: one small object a job,
 * {@code booths/<booth>/<yyyy-mm-dd>/<time left>-<jobId>}. The time left until the year 2286 gets less and less, so the
 * newest job comes first in key order and a page costs one request.
 */
public final class JobIndex {
    private static final long END = 9_999_999_999_999L; // milliseconds; the last time with 13 digits
    private static final String ROOT = "booths/";
    private static final char AFTER_SLASH = '/' + 1; // the first character after all that stands in a booth's folder
    private static final Pattern KEY = Pattern.compile(ROOT + "([^/]+)/[^/]+/(\\d{13})-([0-9a-f]{32})");
    private static final Pattern ENTRY = Pattern.compile("\\d{13}-[0-9a-f]{32}");

    /**
     * Some jobs of a day, the newest first.
     *
     * @param cursor where the next page begins; empty on the last one
     */
    public record Page(List<JobId> jobs, Optional<String> cursor) {
        public Page {
            jobs = List.copyOf(jobs);
        }
    }

    /** By whom and when a job was. */
    public record Opened(String booth, Instant when) {}

    private final ObjectStore store;

    /** @param store the jobs bucket */
    public JobIndex(ObjectStore store) {
        this.store = store;
    }

    void add(Job job) {
        store.write(key(job), job.jobId().value().getBytes(UTF_8));
    }

    public void remove(Job job) {
        store.delete(key(job));
    }

    /**
     * @param after the cursor of the page before
     * @param limit of jobs on the page, from 1
     * @throws Refused {@code INVALID_CURSOR} for one that no page has had
     */
    public Page page(String booth, LocalDate day, Optional<String> after, int limit) {
        after.ifPresent(JobIndex::requireEntry);
        String prefix = prefix(booth, day);
        List<String> found = store
                .list(prefix, after.map(entry -> prefix + entry).orElse(prefix), limit + 1)
                .stream()
                .map(entry -> entry.key().substring(prefix.length()))
                .filter(entry -> ENTRY.matcher(entry).matches())
                .toList();
        List<String> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream()
                        .map(entry -> new JobId(entry.substring(entry.indexOf('-') + 1)))
                        .toList(),
                found.size() > limit ? Optional.of(page.get(limit - 1)) : Optional.empty());
    }

    /** Every booth that has opened a job which is not forgotten yet; a request each. */
    public List<String> booths() {
        List<String> booths = new ArrayList<>();
        String after = ROOT;
        while (true) {
            List<ObjectStore.Entry> next = store.list(ROOT, after, 1);
            if (next.isEmpty()) return booths;
            String booth = next.get(0).key().split("/", 3)[1];
            booths.add(booth);
            after = ROOT + booth + AFTER_SLASH;
        }
    }

    /** Who opened a job and when, for one whose record cannot tell any more. It costs a look at the whole index. */
    public Optional<Opened> find(JobId id) {
        return store.list(ROOT).stream()
                .map(entry -> KEY.matcher(entry.key()))
                .filter(key -> key.matches() && key.group(3).equals(id.value()))
                .map(key -> new Opened(key.group(1), Instant.ofEpochMilli(END - Long.parseLong(key.group(2)))))
                .findFirst();
    }

    private static void requireEntry(String cursor) {
        if (!ENTRY.matcher(cursor).matches())
            throw new Refused("INVALID_CURSOR", "The cursor is none that a page of this list has had.");
    }

    private static String key(Job job) {
        Instant opened = job.createdAt();
        LocalDate day = LocalDate.ofInstant(opened, ZoneOffset.UTC);
        return prefix(job.request().booth(), day) + "%013d-%s".formatted(END - opened.toEpochMilli(), job.jobId());
    }

    private static String prefix(String booth, LocalDate day) {
        return ROOT + booth + "/" + day + "/";
    }
}
