package booth.garden.mood;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Busy;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.image.Bombs;
import booth.core.job.MortalStore;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, and whenever: no photo of a guest stays. */
class ProfileDeletedTest {
    private final MoodFixture fixture = new MoodFixture();

    @Test
    void whenRekognitionIsBusyTheGuestIsAskedToComeBack() {
        fixture.reader = jpeg -> {
            throw new Busy("throttled", new IllegalStateException());
        };

        assertBusy(fixture.post(MoodFixture.photo()));
        assertStoredAndGone();
    }

    @Test
    void whenRekognitionBreaksTheAnswerSaysSo() {
        fixture.reader = jpeg -> {
            throw new IllegalStateException("broken");
        };

        APIGatewayV2HTTPResponse answer = fixture.post(MoodFixture.photo());

        assertThat(answer.getStatusCode()).isEqualTo(500);
        assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertStoredAndGone();
    }

    @Test
    void whenMemoryRunsOutWhileLookingThePhotoGoesAllTheSame() {
        fixture.reader = jpeg -> {
            throw new OutOfMemoryError("no more");
        };

        try {
            fixture.post(MoodFixture.photo());
        } catch (OutOfMemoryError e) {
            assertThat(e).hasMessage("no more");
        }
        assertStoredAndGone();
    }

    /** S3 may store what it does not confirm. */
    @Test
    void whenTheWriteIsNotConfirmedThePhotoGoesAllTheSame() {
        fixture.garden = new MoodFixture.Witness(fixture.memory, fixture.everStored) {
            @Override
            public void write(String key, byte[] bytes) {
                super.write(key, bytes);
                throw new Busy("no answer", new IllegalStateException());
            }
        };

        assertBusy(fixture.post(MoodFixture.photo()));
        assertStoredAndGone();
    }

    @Test
    void aDeleteThatFailsIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        fixture.garden = new MoodFixture.Witness(fixture.memory, fixture.everStored) {
            @Override
            public void delete(String key) {
                if (tries.getAndIncrement() == 0) throw new Busy("no answer", new IllegalStateException());
                super.delete(key);
            }
        };

        assertThat(fixture.post(MoodFixture.photo()).getStatusCode()).isEqualTo(200);
        assertStoredAndGone();
    }

    @Test
    void asLongAsThePhotoCannotBeDeletedThereIsNoAnswerAndItIsSweptAwayLater() {
        fixture.garden = new MoodFixture.Witness(fixture.memory, fixture.everStored) {
            @Override
            public void delete(String key) {
                throw new Busy("no answer", new IllegalStateException());
            }
        };

        assertBusy(fixture.post(MoodFixture.photo()));

        assertThat(fixture.log).anyMatch(line -> line.contains("profile_left"));
        assertThat(fixture.met).isEmpty();
        assertSweptAway();
    }

    /** As by kill -9, at each request to the bucket. */
    @Test
    void whatAFunctionLeavesThatIsKilledIsSweptAway() {
        for (int requests = 0; requests <= 2; requests++) {
            fixture.garden = new MortalStore(fixture.memory, requests);
            fixture.post(MoodFixture.photo());
            assertSweptAway();
        }
    }

    @Test
    void aPhotoThatIsBeingLookedAtIsNotSweptAway() {
        fixture.memory.write("profile/ada.jpeg", new byte[1]);

        assertThat(sweep(Instant.now().plusSeconds(20))).isZero();

        assertThat(fixture.memory.exists("profile/ada.jpeg")).isTrue();
    }

    @Test
    void theSweepTouchesProfilesAlone() {
        fixture.memory.write("emotions/happy/img_20261122-100000_0h.jpeg", new byte[1]);

        sweep(Instant.now().plus(Duration.ofDays(1)));

        assertThat(fixture.memory.list("")).hasSize(1);
    }

    /** The rest of the function's time must do for looking at it and deleting it. */
    @Test
    void whenOpeningThePhotoTookTooLongItIsNotStored() {
        AtomicInteger looks = new AtomicInteger();
        fixture.clock = () -> fixture.now.plus(Duration.ofSeconds(8).multipliedBy(looks.getAndIncrement()));

        assertBusy(fixture.post(MoodFixture.photo()));

        assertThat(fixture.everStored).isEmpty();
    }

    @Test
    void brokenFilesAreRefusedBeforeAnythingIsStored() {
        byte[] photo = MoodFixture.photo();
        for (byte[] file : List.of(
                new byte[0],
                "hello".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(photo, photo.length / 2),
                new byte[] {-1, -40, -1, 0, 0})) {
            APIGatewayV2HTTPResponse answer = fixture.post(file);

            assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(400);
            assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
        }
        assertThat(fixture.everStored).isEmpty();
    }

    /** Some are pictures, once nothing but their pixels is looked at. */
    @Test
    void bombsAreDefusedOrRefused() {
        for (byte[] bomb : Bombs.all())
            assertThat(fixture.post(bomb).getStatusCode()).isIn(200, 400);

        assertThat(fixture.memory.list("")).isEmpty();
    }

    @Test
    void twoCallsOfOneGuestAtOnceLeaveNothing() throws Exception {
        crowd(2, Map.of("x-user-id", "ada"));

        assertThat(fixture.everStored).containsExactly("profile/ada.jpeg");
        assertThat(fixture.memory.list("")).isEmpty();
    }

    @Test
    void ofACrowdNoMorePhotosAreInHandThanThereAreSeatsAndTheOthersAreAskedToComeBack() throws Exception {
        fixture.seats = new Seats(3, Duration.ofMillis(1));
        AtomicInteger inHand = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(3);
        fixture.reader = jpeg -> {
            most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
            full.countDown();
            await(full);
            inHand.decrementAndGet();
            return Optional.of(MoodFixture.SMILING);
        };

        List<APIGatewayV2HTTPResponse> answers = crowd(100, Map.of());

        assertThat(most.get()).isEqualTo(3);
        assertThat(answers)
                .extracting(APIGatewayV2HTTPResponse::getStatusCode)
                .contains(200)
                .containsOnly(200, 503);
        answers.stream().filter(answer -> answer.getStatusCode() == 503).forEach(ProfileDeletedTest::assertBusy);
        assertThat(fixture.memory.list("")).isEmpty();
    }

    private List<APIGatewayV2HTTPResponse> crowd(int guests, Map<String, String> headers) throws Exception {
        MoodHandler handler = fixture.handler();
        byte[] photo = MoodFixture.photo();
        ExecutorService threads = Executors.newFixedThreadPool(guests);
        try {
            List<Future<APIGatewayV2HTTPResponse>> calls = new ArrayList<>();
            for (int i = 0; i < guests; i++)
                calls.add(threads.submit(
                        () -> handler.handleRequest(MoodFixture.event(photo, headers), NoContext.get())));
            List<APIGatewayV2HTTPResponse> answers = new ArrayList<>();
            for (Future<APIGatewayV2HTTPResponse> call : calls) answers.add(call.get());
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int sweep(Instant now) {
        return new Profiles(fixture.memory, () -> now, new JsonLog(fixture.log::add)).sweep();
    }

    private void assertSweptAway() {
        sweep(Instant.now().plus(Duration.ofMinutes(2)));
        assertThat(fixture.memory.list("")).isEmpty();
    }

    private static void assertBusy(APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsKey("retry-after");
    }

    private void assertStoredAndGone() {
        assertThat(fixture.everStored).containsExactly("profile/guest-1.jpeg");
        assertThat(fixture.memory.list("")).isEmpty();
    }
}
