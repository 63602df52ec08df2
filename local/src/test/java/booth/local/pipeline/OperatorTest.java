package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Uploads;
import booth.cli.BoothCommand;
import booth.cli.stack.Launcher;
import booth.cli.stack.Stack;
import booth.core.Json;
import booth.core.job.JobId;
import booth.core.job.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What an operator does with the command line when jobs do not end well. */
class OperatorTest {
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);

    @TempDir
    private static Path folder;

    private static final FakeBedrock painter = new FakeBedrock();
    private static Pipeline pipeline;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, painter);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void aJobWithoutPicturesIsListedInspectedAndStartedAgain() {
        List.of("f1", "f2", "f3").forEach(prompt -> painter.script(prompt, FakeBedrock.Answer.FILTERED));
        JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg", "f1", "f2", "f3"));
        assertThat(pipeline.ended(job).status()).isEqualTo(Status.FAILED);

        assertThat(booth("jobs", "--failed", "--since", "1h", "--json")).isZero();
        assertThat(lines()).anySatisfy(line -> {
            assertThat(line.path("jobId").asText()).isEqualTo(job.value());
            assertThat(line.path("execution").asText()).isEqualTo(job + "-r0");
            assertThat(line.at("/error/code").asText()).isEqualTo("NO_PICTURE");
        });

        assertThat(booth("inspect", job.value().substring(0, 8))).isZero();
        assertThat(text())
                .contains(job + "-r0  FAILED", "NoPicture  FAILED", "Titan 1  failed, caught", "MODEL_REFUSED")
                .contains("frame.png → face-1.png");

        assertThat(booth("replay", "--dry-run", job.value())).isZero();
        assertThat(text()).contains("would start again as …-r1", "pictures 1, 2, 3 will be painted");
        assertThat(booth("replay", "--dry-run", "--json", job.value())).isZero();
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("jobId").asText()).isEqualTo(job.value());
            assertThat(line.path("dryRun").asBoolean()).isTrue();
        });
        assertThat(pipeline.executions().namesOf(job)).hasSize(1);

        assertThat(booth("replay", job.value())).isZero();
        assertThat(text()).contains("started again as …-r1");
        Pipeline.await().until(() -> pipeline.look(job).status() == Status.SUCCEEDED);
        assertThat(pipeline.look(job).standing().attempt()).isEqualTo(1);

        assertThat(booth("replay", job.value())).isZero();
        assertThat(text()).contains("nothing to do");
    }

    @Test
    void aPartialJobIsPaidForOnceAPicture() {
        painter.script("late", FakeBedrock.Answer.FILTERED);
        JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg", "early", "late", "early too"));
        assertThat(pipeline.ended(job).status()).isEqualTo(Status.PARTIAL);

        assertThat(booth("replay", "--json", job + "-r0")).isZero();

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("result").asText()).isEqualTo("new_execution");
            assertThat(line.has("dryRun")).isFalse();
            assertThat(line.path("kept").toString()).isEqualTo("[1,3]");
            assertThat(line.path("painted").toString()).isEqualTo("[2]");
        });
        Pipeline.await().until(() -> pipeline.look(job).status() == Status.SUCCEEDED);
        assertThat(painter.calls("early")).isEqualTo(1);
        assertThat(painter.calls("early too")).isEqualTo(1);
        assertThat(painter.calls("late")).isEqualTo(2);
    }

    @Test
    void aCanceledJobContinuesWhereItWasStopped() {
        painter.script("stuck", 1000, FakeBedrock.Answer.THROTTLED);
        JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg", "stuck"));
        Pipeline.await().until(() -> painter.calls("stuck") > 0);
        assertThat(booth("replay", job.value())).isEqualTo(1);
        assertThat(text()).contains("not replayed", "running");
        assertThat(booth("jobs", "--status", "running", "--json")).isZero();
        assertThat(lines()).extracting(line -> line.path("jobId").asText()).contains(job.value());

        assertThat(booth("cancel", "--json", job.value())).isZero();
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("jobId").asText()).isEqualTo(job.value());
            assertThat(line.path("result").asText()).isEqualTo("canceled");
        });

        assertThat(pipeline.executions().describe(job + "-r0").error()).isEqualTo("Booth.Canceled");
        assertThat(pipeline.ended(job).status()).isEqualTo(Status.CANCELED);
        assertThat(booth("cancel", job.value())).isZero();
        painter.script("stuck");
        assertThat(booth("replay", job.value())).isZero();
        assertThat(text()).contains("redriven as …-r0 from Generate");
        Pipeline.await().until(() -> pipeline.look(job).status() == Status.SUCCEEDED);
        assertThat(pipeline.executions().awaitEnd(job + "-r0")).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(pipeline.executions().namesOf(job)).hasSize(1);
        assertThat(booth("inspect", "--no-logs", "--json", job.value())).isZero();
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("redrivenAt")).hasSize(1);
            assertThat(line.path("steps"))
                    .extracting(step -> step.path("state").asText())
                    .containsExactly(
                            "Detect",
                            "Look?",
                            "FaceFound?",
                            "SegmentFaces",
                            "MergeMask",
                            "OneEach?",
                            "Generate",
                            "AnyPicture?",
                            "Notify");
        });
    }

    @Test
    void aRefusedPhotoIsNotReplayed() {
        JobId job = pipeline.send(Photos.nobody(), Pipeline.request("wall.jpg"));
        assertThat(pipeline.ended(job).status()).isEqualTo(Status.REJECTED);

        assertThat(booth("replay", job.value())).isEqualTo(1);
        assertThat(text()).contains("not replayed", "NO_FACE");
        assertThat(booth("cancel", job.value())).isEqualTo(1);
        assertThat(text()).contains("not canceled", "over already: rejected");
    }

    @Test
    void aJobThatWaitsForItsPhotoIsListedWhenAskedFor() {
        Uploads.Upload upload = pipeline.announce(Pipeline.request("late.jpg"), 1000);

        assertThat(booth("jobs", "--status", "awaiting_upload")).isZero();
        assertThat(text()).contains(upload.jobId().value(), "awaiting_upload");
        assertThat(booth("replay", upload.jobId().value())).isEqualTo(1);
        assertThat(text()).contains("never arrived");
        assertThat(booth("inspect", upload.jobId().value())).isZero();
        assertThat(text()).contains("No execution was ever started");
    }

    @Test
    void deadLettersAreShownAndSentBack() {
        String letters = pipeline.output("IntakeDeadLettersUrl");
        JobId nobody = JobId.random();
        pipeline.queues().send(letters, """
                        {"Records":[{"eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"%s"},
                        "object":{"key":"photo/%s/my+face.jpg","size":7}}}]}""".formatted(pipeline.output("UploadsBucket"), nobody));

        assertThat(booth("dead-letters")).isZero();
        assertThat(text()).contains("IntakeQueueDeadLetters  1 message", nobody.value(), "my face.jpg", "given up by");
        assertThat(pipeline.queues().visible(letters)).isEqualTo(1);

        assertThat(booth("dead-letters", "--queue", "Intake", "--move")).isZero();
        assertThat(text()).contains("1 moved back to ");
        Pipeline.await().until(() -> pipeline.queues().empty(letters));
        Pipeline.await().until(() -> pipeline.queues().empty(pipeline.output("IntakeQueueUrl")));
    }

    @Test
    void unknownJobsAndStacksAreOneLine() {
        assertThat(booth("inspect", "0".repeat(32))).isEqualTo(1);
        assertThat(errors()).isEqualTo("booth: There is no execution of job " + "0".repeat(32) + ".\n");
        assertThat(booth("inspect", "guest")).isEqualTo(1);
        assertThat(errors()).contains("'guest' is no job").doesNotContain("\tat ");
        assertThat(booth("replay", "ffffff", "--since", "1h")).isEqualTo(64);
        assertThat(booth("jobs", "--outputs", folder.resolve("nix.json").toString()))
                .isEqualTo(1);
        assertThat(errors()).contains("nix.json cannot be read");
    }

    private int booth(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return BoothCommand.create(new BesideTheCloud())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String text() {
        return out.toString();
    }

    private String errors() {
        return err.toString();
    }

    private List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        text().lines()
                .forEach(line -> lines.add(Json.read(line, line.getBytes(StandardCharsets.UTF_8), JsonNode.class)));
        return lines;
    }

    /** Another terminal on the same machine. */
    private static final class BesideTheCloud implements Launcher {
        @Override
        public Stack startCloud() {
            throw new AssertionError("There is a cloud already.");
        }

        @Override
        public Path samplePhoto() {
            return folder.resolve("none.jpg");
        }

        @Override
        public Path outputsFile() {
            return folder.resolve("data").resolve("outputs.json");
        }

        @Override
        public boolean onTerminal() {
            return false;
        }

        @Override
        public OptionalInt columns() {
            return OptionalInt.empty();
        }
    }
}
