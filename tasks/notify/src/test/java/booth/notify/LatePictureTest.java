package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Concurrently;
import booth.core.job.Job;
import booth.core.job.Job.PictureResult;
import booth.core.job.JobKeys;
import booth.core.job.Problem;
import booth.core.job.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A picture that lands after its branch has given up is paid for like any other. */
class LatePictureTest {
    private static final Instant LATER = NotifyFixture.NOW.plusSeconds(40);

    private final NotifyFixture fixture = new NotifyFixture();

    @Test
    void aPartialJobBecomesASuccessThatEverybodyIsToldOf() {
        ended(JobOutcome.of(List.of(made(1), gaveUp(2), made(3))));
        fixture.watches("one");
        fixture.now = LATER;

        lands(2);

        Job job = fixture.job();
        assertThat(job.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(job.endedAt()).contains(LATER);
        assertThat(job.error()).isEmpty();
        assertThat(fixture.announced).hasSize(2).last().satisfies(message -> {
            assertThat(message.path("status").asText()).isEqualTo("succeeded");
            assertThat(message.at("/pictures/1/status").asText()).isEqualTo("succeeded");
            assertThat(message.at("/pictures/1/error").isMissingNode()).isTrue();
            assertThat(message.path("url_generated").asText()).contains(NotifyFixture.picture(2));
        });
        assertThat(fixture.due).extracting(Job::status).containsExactly(Status.PARTIAL, Status.SUCCEEDED);
        assertThat(fixture.received.get("one")).last().isEqualTo(fixture.announced.get(1));
    }

    @Test
    void aFailedJobIsPartialWithItsFirstPictureAndASuccessWithItsLast() {
        ended(JobOutcome.of(List.of(gaveUp(1), gaveUp(2), gaveUp(3))));
        assertThat(fixture.job().status()).isEqualTo(Status.FAILED);

        lands(2);
        assertThat(fixture.job().status()).isEqualTo(Status.PARTIAL);
        lands(1);
        assertThat(fixture.job().status()).isEqualTo(Status.PARTIAL);
        lands(3);

        assertThat(fixture.announced)
                .extracting(message -> message.path("status").asText())
                .containsExactly("failed", "partial", "partial", "succeeded");
    }

    @Test
    void anExecutionThatCouldNotSayWhatBecameOfItsPicturesHasTheOnesThatCome() {
        ended(JobOutcome.failed(TaskError.TIMED_OUT));

        lands(3);

        assertThat(fixture.job().status()).isEqualTo(Status.PARTIAL);
        assertThat(fixture.job().pictures()).extracting(PictureResult::made).containsExactly(false, false, true);
        assertThat(fixture.announced.get(1).at("/pictures/0/error/code").asText())
                .isEqualTo("TIMED_OUT");
    }

    @Test
    void aPictureThatLandedBeforeTheEndCountsWhateverItsBranchSaid() {
        fixture.pictureLanded(2);

        ended(JobOutcome.of(List.of(made(1), gaveUp(2), made(3))));

        assertThat(fixture.job().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(fixture.announced).hasSize(1);
    }

    @Test
    void aPictureThatLandsWhileTheEndIsWrittenIsCounted() {
        fixture.outcomes()
                .record(NotifyFixture.JOB, JobOutcome.of(List.of(made(1), gaveUp(2), made(3))), (job, end) -> {
                    if (job.status() == Status.QUEUED)
                        lands(2); // the job still runs, so whoever hears of it does nothing
                    return true;
                });

        assertThat(fixture.job().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(fixture.announced)
                .singleElement()
                .satisfies(
                        message -> assertThat(message.path("status").asText()).isEqualTo("succeeded"));
    }

    @Test
    void whoDiesBeforeTheAnnouncementAnnouncesWhenTheEventComesAgain() {
        ended(JobOutcome.of(List.of(made(1), gaveUp(2), made(3))));
        fixture.topicMood = () -> {
            throw new Busy("SNS is busy", new IllegalStateException());
        };
        assertThatThrownBy(() -> lands(2)).isInstanceOf(Busy.class);
        Job recorded = fixture.job();
        fixture.topicMood = () -> {};
        fixture.now = LATER;

        fixture.heardOf(NotifyFixture.picture(2));

        assertThat(fixture.job()).isEqualTo(recorded);
        assertThat(fixture.announced).hasSize(2);
    }

    @Test
    void wordOfAPictureThatWasInTimeAnnouncesNothing() {
        for (int index = 1; index <= 3; index++) fixture.pictureLanded(index);
        ended(JobOutcome.of(List.of(made(1), made(2), made(3))));
        Job job = fixture.job();

        fixture.heardOf(NotifyFixture.picture(1), NotifyFixture.picture(3));

        assertThat(fixture.job()).isEqualTo(job);
        assertThat(fixture.announced).hasSize(1);
    }

    @RepeatedTest(20)
    void ofThreeThatLandAtOnceNoneIsLost() {
        ended(JobOutcome.of(List.of(gaveUp(1), gaveUp(2), gaveUp(3))));

        Concurrently.each(List.of(1, 2, 3), index -> {
            lands(index);
            return index;
        });

        assertThat(fixture.job().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(fixture.announced)
                .last()
                .satisfies(
                        message -> assertThat(message.path("status").asText()).isEqualTo("succeeded"));
    }

    @Test
    void anEndThatIsSlowOnItsWayToTheTopicIsNotTheLastWord() {
        fixture.topicMood = once(() -> lands(3));

        ended(JobOutcome.of(List.of(made(1), made(2), gaveUp(3))));

        assertThat(fixture.announced)
                .extracting(message -> message.path("status").asText())
                .containsExactly("succeeded", "partial", "succeeded");
        assertThat(fixture.announced.get(2)).isEqualTo(fixture.announced.get(0));
    }

    @Test
    void anEndThatAReplayHasTakenBackMeanwhileIsSaidOnce() {
        fixture.topicMood = once(() -> fixture.jobs.update(NotifyFixture.JOB, job -> job.queued(1, LATER)));

        ended(JobOutcome.of(List.of(made(1), made(2), gaveUp(3))));

        assertThat(fixture.announced).hasSize(1);
    }

    @Test
    void whatChangesWithEveryWordIsLeftForLater() {
        fixture.topicMood = () -> fixture.jobs.update(
                NotifyFixture.JOB, job -> job.ended(Status.PARTIAL, job.pictures(), job.error(), LATER));

        assertThatThrownBy(() -> ended(JobOutcome.of(List.of(made(1), made(2), gaveUp(3)))))
                .isInstanceOf(Busy.class);

        assertThat(fixture.announced).hasSize(10);
    }

    @Test
    void anEndOfAnyNanosecondIsSaidOnce() {
        fixture.now = NotifyFixture.NOW.plusNanos(123_456_789);

        ended(JobOutcome.of(List.of(made(1), made(2), gaveUp(3))));

        assertThat(fixture.announced).hasSize(1);
    }

    @Test
    void whileAReplayRunsItIsTheReplayThatEndsTheJob() {
        ended(JobOutcome.of(List.of(made(1), gaveUp(2), made(3))));
        fixture.jobs.update(NotifyFixture.JOB, job -> job.queued(1, LATER));

        lands(2);
        assertThat(fixture.job().status()).isEqualTo(Status.QUEUED);
        ended(JobOutcome.of(List.of(made(1), gaveUp(2), made(3)))); // its own order was refused, say

        assertThat(fixture.job().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(fixture.announced).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELED", "REJECTED", "AWAITING_UPLOAD", "QUEUED"})
    void whatWasCanceledOrRefusedOrHasNotEndedStaysSo(Status status) {
        fixture.jobs.update(NotifyFixture.JOB, job -> switch (status) {
            case AWAITING_UPLOAD -> Job.awaitingUpload(job.jobId(), job.request(), NotifyFixture.START);
            case QUEUED -> job;
            default -> job.ended(status, List.of(), Optional.of(TaskError.CANCELED), NotifyFixture.NOW);
        });
        Job before = fixture.job();

        lands(1);

        assertThat(fixture.job()).isEqualTo(before);
        assertThat(fixture.announced).isEmpty();
    }

    @Test
    void anErasedJobStaysErased() {
        fixture.store.delete(JobKeys.jobRecord(NotifyFixture.JOB));

        lands(1);

        assertThat(fixture.jobs.find(NotifyFixture.JOB)).isEmpty();
        assertThat(fixture.announced).isEmpty();
    }

    private Runnable once(Runnable mood) {
        return () -> {
            fixture.topicMood = () -> {};
            mood.run();
        };
    }

    private void lands(int index) {
        fixture.pictureLanded(index);
        fixture.heardOf(NotifyFixture.picture(index));
    }

    private void ended(JobOutcome outcome) {
        fixture.outcomes().record(NotifyFixture.JOB, outcome, (job, end) -> true);
    }

    private PictureResult made(int index) {
        fixture.pictureLanded(index);
        return new PictureResult(index, Optional.of(NotifyFixture.picture(index)), Optional.empty());
    }

    private static PictureResult gaveUp(int index) {
        return new PictureResult(
                index, Optional.empty(), Optional.of(new Problem("TIMED_OUT", "It took too long.", true)));
    }
}
