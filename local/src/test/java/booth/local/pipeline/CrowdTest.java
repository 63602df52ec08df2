package booth.local.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Twenty photos of three faces at once ({@code -Dbooth.crowd} for more), and a single guest of another booth, who comes last. Both models stand still until
 * everybody is in line, so that who is served when is a matter of the line alone.
 */
class CrowdTest {
    private static final int CROWD = Integer.getInteger("booth.crowd", 20);
    private static final int FACES = 3;
    private static final int PICTURES = 3;
    private static final FakeSam SAM = new FakeSam();
    private static final FakeBedrock PAINTER = new FakeBedrock();

    @TempDir
    private static Path folder;

    private static Pipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, SAM, PAINTER);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    /** Told apart by the colour of the faces and by the worlds that are asked for; the last is the single guest. */
    private record Photo(int number) {
        static Photo single() {
            return new Photo(CROWD);
        }

        String booth() {
            return number == CROWD ? "quiet" : "crowded";
        }

        Color face() {
            return Color.getHSBColor((float) number / (CROWD + 1), 1, 1);
        }

        List<String> prompts() {
            return List.of("sea " + number, "hill " + number, "moon " + number);
        }

        JobId send() {
            return pipeline.send(
                    Photos.three(face()),
                    new JobRequest("guest.jpg", "image/jpeg", Optional.empty(), Optional.empty(), booth(), prompts()));
        }
    }

    @Test
    void aSingleGuestOfAnotherBoothWaitsForAtMostTwoPhotosOfTheCrowd() {
        SAM.pause();
        PAINTER.pause();
        List<Photo> crowd = IntStream.range(0, CROWD).mapToObj(Photo::new).toList();
        List<JobId> jobs = new ArrayList<>(Concurrently.each(crowd, Photo::send));
        awaitAll(jobs, HistoryEventType.LAMBDA_FUNCTION_SCHEDULED, 1 + FACES);
        jobs.add(Photo.single().send());
        awaitAll(jobs, HistoryEventType.LAMBDA_FUNCTION_SCHEDULED, 1 + FACES);
        SAM.look();
        awaitAll(jobs, HistoryEventType.TASK_SUBMITTED, PICTURES);
        PAINTER.paint();

        assertThat(jobs)
                .allSatisfy(job -> assertThat(pipeline.ended(job).status()).isEqualTo(Status.SUCCEEDED));
        List<Integer> outlined = SAM.looks().stream().map(CrowdTest::number).toList();
        assertThat(outlined).as("one call for each face").hasSize((CROWD + 1) * FACES);
        assertThat(outlined.lastIndexOf(CROWD)).as("masks").isLessThan(FACES + 2 * FACES);
        assertThat(outlined.stream()
                        .skip(1) // it had begun when the others came
                        .filter(number -> number < CROWD)
                        .map(jobs::get))
                .as("first come, first served within the crowd")
                .isSortedAccordingTo(Comparator.comparing(CrowdTest::started));
        List<String> painted = PAINTER.prompts();
        assertThat(painted.subList(0, PICTURES + 2 * PICTURES))
                .as("pictures")
                .containsAll(Photo.single().prompts());
    }

    private static int number(Color face) {
        return IntStream.rangeClosed(0, CROWD)
                .boxed()
                .min(Comparator.comparing(number -> Photos.distance(new Photo(number).face(), face)))
                .orElseThrow();
    }

    private static void awaitAll(List<JobId> jobs, HistoryEventType type, int count) {
        for (JobId job : jobs)
            Pipeline.await()
                    .until(() -> history(job).stream()
                                    .filter(event -> event.type() == type)
                                    .count()
                            >= count);
    }

    private static List<HistoryEvent> history(JobId job) {
        String name = job.executionName(0);
        return pipeline.executions().names().contains(name)
                ? pipeline.executions().history(name)
                : List.of();
    }

    /** As its tasks are told. */
    private static String started(JobId job) {
        return history(job).stream()
                .filter(event -> event.type() == HistoryEventType.LAMBDA_FUNCTION_SCHEDULED)
                .map(event -> event.lambdaFunctionScheduledEventDetails().input())
                .map(input -> Json.read("input", input.getBytes(UTF_8), JsonNode.class))
                .map(input -> input.at("/task/started").asText())
                .findFirst()
                .orElseThrow();
    }
}
