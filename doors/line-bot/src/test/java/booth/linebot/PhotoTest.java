package booth.linebot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.job.Job;
import booth.core.job.JobKeys;
import booth.core.job.Look;
import booth.core.job.MortalStore;
import booth.core.job.Status;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A photo comes in. */
class PhotoTest {
    private final LineFixture bot = new LineFixture();

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void aPhotoBecomesAJobOfMasksWithItsWayBackBesideIt() {
        bot.line.languages.put(Events.USER, "ja");

        Job job = bot.photo("100", Events.alone());

        assertThat(job.status()).isEqualTo(Status.AWAITING_UPLOAD);
        assertThat(job.request().wanted().look()).contains(Look.MONSTER);
        assertThat(job.request().booth()).isEqualTo("line");
        assertThat(bot.uploads.read(job.keys().upload())).isEqualTo(LineFixture.PHOTO);
        Note note = Json.read("note", bot.store.read(LineKeys.note(job.jobId())), Note.class);
        assertThat(note.replyToken()).isEqualTo("reply-100");
        assertThat(note.chat().id()).isEqualTo(Events.USER);
        assertThat(note.language()).isEqualTo(Language.JA);
        assertThat(bot.line.asked).contains("/v2/bot/chat/loading/start");
        assertThat(bot.line.sent).isEmpty();
    }

    @Test
    void inAGroupOrARoomNothingIsAnimatedAndTheProfileIsThatOfTheMember() {
        Job inGroup = bot.photo("100", Events.inGroup());
        Job inRoom = bot.photo("101", Events.inRoom());

        assertThat(bot.line.asked)
                .doesNotContain("/v2/bot/chat/loading/start")
                .contains("/v2/bot/group/" + Events.GROUP + "/member/" + Events.USER)
                .contains("/v2/bot/room/" + Events.ROOM + "/member/" + Events.USER);
        assertThat(List.of(inGroup, inRoom)).extracting(Job::status).containsOnly(Status.AWAITING_UPLOAD);
    }

    @Test
    void aRedeliveredPhotoIsTheSameJob() {
        Job job = bot.photo("100", Events.alone());
        bot.photo("100", Events.alone());
        bot.makes(job, 3);
        bot.photo("100", Events.alone());

        assertThat(bot.allJobs()).hasSize(1);
        assertThat(bot.jobOf("100").status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aRedeliveredPhotoThatWasErasedStaysErased() {
        Job job = bot.photo("100", Events.alone());
        bot.worker().take(Events.text("101", Events.alone(), "delete"));
        bot.worker().take(Events.image("100", Events.alone()));

        assertThat(bot.jobs.findRecord(job.jobId())).isEmpty();
        assertThat(bot.kept()).isEmpty();
    }

    /** Each request to the buckets may be the last: a second delivery always ends with one whole job. */
    @Test
    void whoeverIsKilledAtAnyMomentIsFollowedByOneWholeJob() {
        bot.line.photos.put("100", LineFixture.PHOTO);
        for (int alive = 0; alive < 60; alive++) {
            LineFixture fresh = new LineFixture();
            fresh.line.photos.put("100", LineFixture.PHOTO);
            MortalStore mortal = new MortalStore(fresh.store, alive);
            boolean died = false;
            try {
                fresh.worker(mortal, mortal.with(fresh.uploads)).take(Events.image("100", Events.alone()));
            } catch (RuntimeException e) {
                died = true;
            }
            fresh.worker().take(Events.image("100", Events.alone()));

            Job job = fresh.jobOf("100");
            assertThat(fresh.allJobs()).as("killed after %s requests", alive).hasSize(1);
            assertThat(fresh.store.exists(LineKeys.note(job.jobId()))).isTrue();
            assertThat(fresh.uploads.exists(job.keys().upload())).isTrue();
            assertThat(fresh.store.exists(LineKeys.jobOf(job(fresh), job.jobId())))
                    .isTrue();
            fresh.close();
            if (!died) return;
        }
        throw new AssertionError("It never came to an end.");
    }

    private static String job(LineFixture fresh) {
        return fresh.store.list("line-bot/users/").get(0).key().split("/")[2];
    }

    @Test
    void aPhotoThatStartsItsJobFindsTheWayBackWritten() {
        bot.line.photos.put("100", LineFixture.PHOTO);
        MortalStore mortal = new MortalStore(bot.uploads, 0); // dies at the upload
        assertThatThrownBy(() -> bot.worker(bot.store, mortal).take(Events.image("100", Events.alone())))
                .isInstanceOf(MortalStore.Dead.class);

        Job job = bot.jobOf("100");
        assertThat(bot.store.exists(LineKeys.note(job.jobId()))).isTrue();
        bot.worker().take(Events.event("unfollow", "2", Events.alone(), ""));
        assertThat(bot.allJobs())
                .as("who unfollows then is forgotten all the same")
                .isEmpty();
    }

    @Test
    void fiftyPhotosAtOnceAreFiftyJobs() {
        List<String> ids = IntStream.range(100, 150).mapToObj(String::valueOf).toList();
        ids.forEach(id -> bot.line.photos.put(id, LineFixture.PHOTO));
        Worker worker = bot.worker();

        Concurrently.each(ids, id -> {
            worker.take(Events.image(id, Events.alone("U" + id + "0".repeat(29))));
            return id;
        });

        assertThat(bot.allJobs()).hasSize(50).allSatisfy(job -> {
            assertThat(bot.uploads.exists(job.keys().upload())).isTrue();
            assertThat(bot.store.exists(LineKeys.note(job.jobId()))).isTrue();
        });
    }

    @Test
    void aPhotoWithoutAnEndIsNotReadToIt() {
        bot.line.megabytes = 200;

        bot.worker().take(Events.image("100", Events.alone()));

        assertThat(bot.line.megabytesSent.get()).isLessThan(100);
        assertThat(bot.line.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains("15 MB"));
    }

    @Test
    void aPhotoTooLargeIsAnsweredWithASentence() {
        bot.line.photos.put("100", new byte[(15 << 20) + 1]);

        bot.worker().take(Events.image("100", Events.alone()));

        assertThat(bot.line.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains("15 MB"));
        assertThat(bot.allJobs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a", "\0\0\0\u0018ftypheic", "<svg/>", "\u0089P"})
    void whatIsNoPhotoIsAnsweredWithASentence(String bytes) {
        bot.line.photos.put("100", bytes.getBytes(UTF_8));

        bot.worker().take(Events.image("100", Events.alone()));

        assertThat(bot.line.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains("JPEG and PNG"));
        assertThat(bot.allJobs()).isEmpty();
    }

    @Test
    void aPhotoThatLineHasNoMoreIsAskedForAgain() {
        bot.worker().take(Events.image("100", Events.alone()));

        assertThat(bot.line.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains("send it again"));
    }

    /** The address would be whatever a stranger has written. */
    @Test
    void aPhotoThatLiesElsewhereIsNotFetched() {
        bot.worker()
                .take(
                        Events.message(
                                "100",
                                Events.alone(),
                                "{\"type\":\"image\",\"id\":\"100\",\"contentProvider\":{\"type\":\"external\","
                                        + "\"originalContentUrl\":\"http://169.254.169.254/\",\"previewImageUrl\":\"http://169.254.169.254/\"}}"));

        assertThat(bot.line.asked).noneMatch(path -> path.endsWith("/content"));
        assertThat(bot.allJobs()).isEmpty();
    }

    @Test
    void nothingNamesAUserButTheJobsOwnWayBack() {
        Job job = bot.photo("100", Events.inGroup());
        bot.worker().take(Events.text("101", Events.alone(), "tiger"));

        assertThat(bot.store.list(""))
                .filteredOn(entry -> !entry.key().equals(LineKeys.note(job.jobId())))
                .allSatisfy(entry -> assertThat(entry.key() + new String(bot.store.read(entry.key()), UTF_8))
                        .doesNotContain(Events.USER)
                        .doesNotContain(Events.GROUP));
        assertThat(LineKeys.note(job.jobId())).startsWith(JobKeys.folder(job.jobId()));
    }
}
