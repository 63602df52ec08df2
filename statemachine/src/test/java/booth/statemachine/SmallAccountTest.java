package booth.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionIdentity;
import booth.asl.ExecutionStatus;
import booth.asl.parse.DefinitionParser;
import booth.asl.run.Execution;
import booth.core.Json;
import booth.core.job.ExecutionInput;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lambda gives a new account ten executions at once, for all of its functions together. */
class SmallAccountTest {
    @Test
    void sixtyPhotosOfFiveFacesAtOnceSurviveAnAccountOfTen() {
        try (SmallAccount account = new SmallAccount(10, 5)) {
            List<Execution> crowd =
                    IntStream.range(0, 60).mapToObj(i -> photo(account)).toList();

            account.clock.advance(Duration.ofMinutes(15));

            assertThat(account.throttled()).isGreaterThan(100);
            assertThat(crowd).extracting(Execution::status).containsOnly(ExecutionStatus.SUCCEEDED);
        }
    }

    /** SnapStart's versions sleep after two weeks without a call and take a minute or two to wake. */
    @Test
    void theFirstPhotoAfterTwoQuietWeeksWaitsUntilTheFunctionsAreAwake() {
        try (SmallAccount account = new SmallAccount(10, 1)) {
            account.sleeps(Duration.ofMinutes(3));
            Execution first = photo(account);

            account.clock.advance(Duration.ofMinutes(3));
            assertThat(first.status()).isEqualTo(ExecutionStatus.RUNNING);
            account.clock.advance(Duration.ofMinutes(2));

            assertThat(first.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }

    private static Execution photo(SmallAccount account) {
        Job job = Job.awaitingUpload(
                JobId.random(),
                new JobRequest(
                        "face.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "booth-1", List.of("a moon")),
                Instant.EPOCH);
        String name = job.jobId().executionName(0);
        return account.engine.start(
                DefinitionParser.parse(Definition.text()),
                new ExecutionIdentity("arn:execution:" + name, name, "arn:machine", "PhotoBooth", "arn:role"),
                Json.MAPPER.valueToTree(ExecutionInput.of(job)),
                (execution, step) -> {});
    }
}
