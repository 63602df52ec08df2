package booth.garden.visitors;

import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.job.Faces;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Status;
import booth.core.operating.Erase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A booth's jobs, the garden's bucket and the line of orders, in memory. */
final class VisitorsFixture {
    static final Instant NOON = Instant.parse("2026-11-22T03:07:00Z"); // of the day as booths count it
    static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    final InMemoryObjectStore jobs = new InMemoryObjectStore();
    final InMemoryObjectStore garden = new InMemoryObjectStore();
    final List<PortraitOrder> ordered = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    PortraitOrders orders = ordered::add;
    int chance = 7;
    Instant now = NOON;

    List<String> run() {
        return new Representatives(
                        new Visitors(jobs, "booth-jobs"),
                        garden,
                        orders,
                        () -> chance,
                        () -> now,
                        new JsonLog(log::add))
                .order();
    }

    List<Visitor> visitors() {
        return new Visitors(jobs, "booth-jobs").of(TODAY);
    }

    Erase erase() {
        return new Erase(jobs, new InMemoryObjectStore(), new InMemoryExecutions(), () -> now);
    }

    /** A job that ended with its pictures. */
    JobId visited(String... faces) {
        return visited("hall", NOON, Status.SUCCEEDED, faces);
    }

    JobId visited(String booth, Instant when, Status end, String... faces) {
        JobId id = JobId.random();
        JobRequest request =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), booth, List.of());
        Job job = Job.awaitingUpload(id, request, when).queued(0, when);
        new Jobs(jobs).create(end.ended() ? job.ended(end, List.of(), Optional.empty(), when) : job);
        List<Faces.Face> found = Arrays.stream(faces)
                .map(face -> new Faces.Face(new Box(0, 0, 10, 10), json(face)))
                .toList();
        jobs.write(JobKeys.faces(id), Json.bytes(new Faces(new Frame(1024, 768), found, List.of())));
        return id;
    }

    static String man(int age, String emotion, String... traits) {
        return face("Male", age, emotion, traits);
    }

    static String woman(int age, String emotion, String... traits) {
        return face("Female", age, emotion, traits);
    }

    private static String face(String gender, int age, String emotion, String... traits) {
        StringBuilder shown = new StringBuilder();
        for (String trait : traits)
            shown.append(", \"").append(trait).append("\": {\"Value\": true, \"Confidence\": 90}");
        return """
                {"AgeRange": {"Low": %d, "High": %d}, "Gender": {"Value": "%s", "Confidence": 99},
                 "Emotions": [{"Type": "CALM", "Confidence": 1}, {"Type": "%s", "Confidence": 90}]%s}
                """.formatted(age - 1, age + 1, gender, emotion, shown);
    }

    static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
