package booth.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.job.Faces;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.Problem;
import booth.core.job.Status;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final InMemoryObjectStore folder = new InMemoryObjectStore();
    private final Job job = Job.awaitingUpload(
                    JobId.random(),
                    new JobRequest("group.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "default", List.of()),
                    NOON)
            .queued(0, NOON);
    private final JobKeys names = job.keys();
    private final PhotoFile photo = new PhotoFile(Path.of("pictures/group.jpg"), new byte[1]);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    DisplayTest() {
        new Jobs(folder).create(job);
    }

    @Test
    void eachStepIsOnePlainLine() {
        Display display = new PlainDisplay(new PrintWriter(out), new PrintWriter(err));

        display.changed(photo, view());
        land(JobKeys.faces(job.jobId()), Json.bytes(twoFaces()));
        display.changed(photo, view());
        display.changed(photo, view());
        land(JobKeys.face(job.jobId(), 1), new byte[0]);
        display.changed(photo, view());
        land(JobKeys.face(job.jobId(), 2), new byte[0]);
        display.changed(photo, view());
        land(names.mask(), new byte[0]);
        display.changed(photo, view());
        land(names.picture(2), new byte[0]);
        display.changed(photo, view());

        assertThat(err.toString().lines())
                .containsExactly(
                        "group.jpg: looking for faces",
                        "group.jpg: 2 faces found",
                        "group.jpg: masks 1/2",
                        "group.jpg: masks 2/2",
                        "group.jpg: merged",
                        "group.jpg: pictures 1/3");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aCloudThatDoesNotAnswerIsReportedOnceAndTheJobGoesOn() {
        Display display = new PlainDisplay(new PrintWriter(out), new PrintWriter(err));

        display.unreachable(photo);
        display.unreachable(photo);
        land(names.mask(), new byte[0]);
        display.changed(photo, view());

        assertThat(err.toString().lines()).hasSize(2).first().asString().contains("does not answer");
    }

    @Test
    void endNamesTimesFilesAndWhatWentWrong() {
        new Jobs(folder)
                .update(
                        job.jobId(),
                        j -> j.ended(
                                Status.PARTIAL,
                                List.of(new Job.PictureResult(
                                        3, Optional.empty(), Optional.of(new Problem("BUSY", "Too busy.", true)))),
                                Optional.empty(),
                                NOON.plusMillis(8100)));

        new PlainDisplay(new PrintWriter(out), new PrintWriter(err))
                .ended(photo, view(), List.of(Path.of("out/x/frame.png")), Map.of("Detect", Duration.ofMillis(900)));

        assertThat(out.toString().lines())
                .containsExactly(
                        "group.jpg: partial in 8.1 s (Detect 0.9 s)", "  picture 3: Too busy.", "  out/x/frame.png");
    }

    @Test
    void jsonLinesCarryTheJobAsEverybodySeesIt() throws Exception {
        Display display = new JsonDisplay(new PrintWriter(out));
        display.changed(photo, view());
        display.failed(photo, "no power");

        List<String> lines = out.toString().lines().toList();
        var first = Json.MAPPER.readTree(lines.get(0));
        assertThat(first.at("/job/jobId").asText()).isEqualTo(job.jobId().value());
        assertThat(first.at("/job/status").asText()).isEqualTo("queued");
        assertThat(Json.MAPPER.readTree(lines.get(1)).at("/error").asText()).isEqualTo("no power");
    }

    @Test
    void progressNeverGoesBackAndEndsFull() {
        land(JobKeys.faces(job.jobId()), Json.bytes(twoFaces()));
        Progress found = Progress.of(view());
        land(names.mask(), new byte[0]);
        Progress merged = Progress.of(view());
        new Jobs(folder)
                .update(job.jobId(), j -> j.ended(Status.SUCCEEDED, List.of(), Optional.empty(), NOON.plusSeconds(1)));
        Progress end = Progress.of(view());

        assertThat(found.done()).isLessThan(merged.done());
        assertThat(merged.done()).isLessThan(end.done());
        assertThat(end.done()).isEqualTo(end.total()).isEqualTo(7);
    }

    @Test
    void resultsAreSavedUnderTheirOwnNames(@TempDir Path disk) throws Exception {
        land(JobKeys.frame(job.jobId()), "frame".getBytes(UTF_8));
        land(names.picture(1), "picture".getBytes(UTF_8));

        List<Path> files = ResultDownload.save(view(), folder, disk);

        assertThat(files.stream().map(file -> file.getFileName().toString()))
                .containsExactly("frame.png", "photo_group_1.jpeg", "job.json");
        assertThat(files.get(1))
                .hasContent("picture")
                .hasParent(disk.resolve(job.jobId().value()));
        assertThat(Files.readString(files.get(2))).contains("\"queued\"");
    }

    private JobView view() {
        return JobView.of(job.jobId(), folder, key -> key).orElseThrow();
    }

    private void land(String key, byte[] bytes) {
        folder.write(key, bytes);
    }

    private static Faces twoFaces() {
        var face = new Faces.Face(new Box(1, 2, 3, 4), Json.MAPPER.createObjectNode());
        return new Faces(new Frame(1024, 640), List.of(face, face), List.of());
    }
}
