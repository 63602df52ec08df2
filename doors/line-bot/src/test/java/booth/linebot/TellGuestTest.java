package booth.linebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.job.Job;
import booth.core.job.JobKeys;
import booth.core.job.MortalStore;
import booth.core.job.Notice;
import booth.core.job.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A job has ended. */
class TellGuestTest {
    private final LineFixture bot = new LineFixture();

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void thePicturesAreTheReplyToThePhotoEachWithItsPreview() {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 3);
        bot.tell(job);

        assertThat(bot.line.sent).singleElement().satisfies(sent -> {
            assertThat(sent.how()).isEqualTo("reply");
            assertThat(sent.to()).isEqualTo("reply-100");
            assertThat(sent.messages()).hasSize(3);
            assertThat(sent.images())
                    .first()
                    .isEqualTo("https://s3.example/" + job.keys().picture(1));
            assertThat(sent.messages().findValuesAsText("previewImageUrl"))
                    .first()
                    .isEqualTo("https://s3.example/" + LineKeys.preview(job.jobId(), 1));
        });
    }

    @Test
    void aPreviewIsAJpegOfLessThanAMegabyte() {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 3);
        assertThat(bot.store.read(job.keys().picture(1))).hasSizeGreaterThan(1 << 20);
        bot.tell(job);

        assertThat(bot.store.read(LineKeys.preview(job.jobId(), 1)))
                .hasSizeLessThan(1 << 20)
                .startsWith(0xff, 0xd8);
    }

    @Test
    void whereTheReplyTokenIsOldThePicturesArePushed() {
        Job job = bot.photo("100", Events.inGroup());
        bot.makes(job, 3);
        bot.later = Duration.ofMinutes(2);
        bot.tell(job);

        assertThat(bot.line.sent).singleElement().satisfies(sent -> {
            assertThat(sent.how()).isEqualTo("push");
            assertThat(sent.to()).isEqualTo(Events.GROUP);
        });
        assertThat(bot.line.asked).noneMatch(path -> path.endsWith("/reply"));
    }

    @Test
    void whereTheReplyTokenWasUsedThePicturesArePushed() {
        Job job = bot.photo("100", Events.alone());
        bot.line.usedTokens.add("reply-100");
        bot.makes(job, 3);
        bot.tell(job);

        assertThat(bot.line.sent).extracting(FakeLine.Sent::how).containsExactly("push");
    }

    @Test
    void anEndThatIsToldTwiceIsSentOnce() {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 3);
        bot.tell(job);
        bot.tell(job);

        assertThat(bot.line.sent).hasSize(1);
    }

    @Test
    void aPictureThatComesLateComesAlone() {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 2);
        bot.tell(job);
        bot.makes(job, 3);
        bot.tell(job);

        assertThat(bot.line.sent).hasSize(2);
        assertThat(bot.line.sent.get(1).images())
                .containsExactly("https://s3.example/" + job.keys().picture(3));
    }

    /** A push that LINE has taken and nobody has written down is known by its key. */
    @Test
    void whoDiesAfterAPushPushesNoSecondTime() {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 3);
        bot.later = Duration.ofMinutes(2);
        bot.tell(job);
        bot.store.delete(LineKeys.told(job.jobId()));
        bot.tell(job);

        assertThat(bot.line.sent).hasSize(1);
        assertThat(bot.store.exists(LineKeys.told(job.jobId()))).isTrue();
    }

    @Test
    void whoDiesAnywhereIsFollowedByWhoTells() {
        for (int alive = 0; alive < 40; alive++) {
            LineFixture fresh = new LineFixture();
            Job job = fresh.photo("100", Events.alone());
            fresh.makes(job, 3);
            fresh.later = Duration.ofMinutes(2);
            boolean died = false;
            try {
                fresh.worker(new MortalStore(fresh.store, alive), fresh.uploads).take(LineFixture.end(job));
            } catch (MortalStore.Dead e) {
                died = true;
            }
            fresh.tell(job);
            assertThat(fresh.line.sent).as("killed after %s requests", alive).hasSize(1);
            fresh.close();
            if (!died) return;
        }
        throw new AssertionError("It never came to an end.");
    }

    @Test
    void ofAnErasedGuestNothingIsSent() {
        Job job = bot.photo("100", Events.alone());
        bot.worker().take(Events.event("unfollow", "2", Events.alone(), ""));
        bot.tell(job);

        assertThat(bot.line.sent).isEmpty();
        assertThat(bot.kept()).isEmpty();
    }

    @Test
    void whatWasErasedWhileItsPreviewsWereMadeIsNotSent() {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 3);
        MortalStore erasing = new MortalStore(bot.store, Integer.MAX_VALUE) {
            @Override
            public void write(String key, byte[] bytes) {
                super.write(key, bytes);
                if (key.endsWith("preview_3.jpeg"))
                    bot.worker().take(Events.event("unfollow", "2", Events.alone(), ""));
            }
        };
        assertThatThrownBy(() -> bot.worker(erasing, bot.uploads).take(LineFixture.end(job)))
                .hasMessageContaining("JOB_ERASED");

        assertThat(bot.line.sent).isEmpty();
        assertThat(bot.kept()).isEmpty();
    }

    @Test
    void whatWasErasedJustBeforeItWasToBeSentIsNotSent() {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 3);
        MortalStore erasing = new MortalStore(bot.store, Integer.MAX_VALUE) {
            @Override
            public Optional<Stored> find(String key) {
                if (key.equals(JobKeys.notices(job.jobId())))
                    bot.worker().take(Events.event("unfollow", "2", Events.alone(), ""));
                return super.find(key);
            }
        };
        bot.worker(erasing, bot.uploads).take(LineFixture.end(job));

        assertThat(bot.line.sent).isEmpty();
        assertThat(bot.kept()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 顔が見つかりません",
        "ko, 얼굴을 찾을 수 없어요",
        "zh-Hans, 找不到人脸",
        "en, cannot find a face",
        "fr, cannot find a face"
    })
    void noFaceIsSaidInTheGuestsLanguage(String language, String words) {
        bot.line.languages.put(Events.USER, language);
        Job job = bot.photo("100", Events.alone());
        bot.fails(job, Status.REJECTED, "NO_FACE");
        bot.tell(job);

        assertThat(bot.line.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains(words));
    }

    @Test
    void afterAReplayThatFailsTheGuestIsToldAgainAndOnceOnly() {
        Job job = bot.photo("100", Events.alone());
        bot.fails(job, Status.FAILED, "TASK_FAILED");
        bot.tell(job);
        bot.jobs.update(job.jobId(), now -> now.queued(1, LineFixture.NOW));
        bot.fails(job, Status.FAILED, "TASK_FAILED");
        bot.tell(job);
        bot.tell(job);

        assertThat(bot.line.sent)
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.text()).contains("did not work"));
    }

    @Test
    void whatTheTasksNoticedIsSaidBesideThePictures() {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 3);
        Notice.write(
                bot.store,
                JobKeys.notices(job.jobId()),
                List.of(
                        new Notice("FACE_TOO_SMALL", "Face 2 …", Optional.of(2)),
                        new Notice("FACE_TOO_SMALL", "Face 3 …", Optional.of(3)),
                        new Notice("NEVER_HEARD_OF", "…", Optional.empty())));
        bot.tell(job);

        assertThat(bot.line.sent).singleElement().satisfies(sent -> {
            assertThat(sent.messages()).hasSize(4);
            assertThat(sent.text()).containsOnlyOnce("too small for a mask");
        });
    }

    @Test
    void aJobThatRunsAndAJobOfOthersAreNothingToTell() {
        Job job = bot.photo("100", Events.alone());
        bot.tell(job);
        bot.store.delete(LineKeys.note(job.jobId()));
        bot.makes(job, 3);
        bot.tell(job);

        assertThat(bot.line.sent).isEmpty();
    }

    @Test
    void aGuestWhoIsGoneIsNoIncident() {
        Job job = bot.photo("100", Events.alone());
        bot.makes(job, 3);
        bot.later = Duration.ofMinutes(2);
        bot.line.pushes = 400;
        bot.tell(job);

        assertThat(bot.log)
                .singleElement()
                .satisfies(line -> assertThat(
                                Json.MAPPER.readTree(line).path("event").asText())
                        .isEqualTo("line_guest_gone"));
    }
}
