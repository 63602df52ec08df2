package booth.garden.visitors;

import static booth.garden.visitors.VisitorsFixture.man;
import static booth.garden.visitors.VisitorsFixture.woman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Json;
import booth.core.job.JobId;
import booth.garden.Emotion;
import booth.garden.Gender;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepresentativesTest {
    private final VisitorsFixture fixture = new VisitorsFixture();

    @Test
    void theOrderIsOneForASquarePictureWithASeedOfItsOwn() {
        fixture.visited(man(30, "CALM"), woman(40, "SAD"));

        assertThat(fixture.run()).containsExactly("dashboard/man.png", "dashboard/weman.png");

        assertThat(VisitorsFixture.json(Json.text(fixture.ordered.get(0)))).isEqualTo(VisitorsFixture.json("""
                        {"kind": "text-to-image", "key": "dashboard/man.png",
                         "prompt": "a portrait photo of a 30 year old man, calm face, head and shoulders, plain background, soft light, highly detailed",
                         "negativeText": "smile, eyeglasses, sunglasses, beard, mustache, open eyes, open mouth",
                         "width": 512, "height": 512, "seed": 50, "newerThan": "2026-11-22T03:00:00Z"}
                        """));
        assertThat(fixture.ordered.get(1).prompt()).startsWith("a portrait photo of a 40 year old woman, sad face");
    }

    @Test
    void onlyWhatMoreThanHalfOfOnesOwnGenderShowIsShown() {
        fixture.visited(man(30, "HAPPY", "Smile", "Eyeglasses"), man(30, "HAPPY", "Smile"), man(30, "HAPPY"));
        fixture.visited(woman(20, "HAPPY", "EyesOpen", "Smile"), woman(20, "HAPPY", "EyesOpen"));

        assertThat(one(Gender.MALE).traits()).containsExactly(Trait.SMILE);
        assertThat(one(Gender.FEMALE).traits())
                .as("a half is not more than half, and men do not count")
                .containsExactly(Trait.EYES_OPEN);
    }

    @Test
    void whatIsShownIsNeverForbiddenAndWhatIsNotIs() {
        fixture.visited(man(30, "HAPPY", "Eyeglasses", "Beard"));

        Portrait portrait = Portrait.of(one(Gender.MALE));

        assertThat(portrait.prompt())
                .contains("wearing eyeglasses", "with a beard")
                .doesNotContain("sunglasses");
        assertThat(portrait.negativeText()).contains("smile, sunglasses, mustache, open eyes, open mouth");
    }

    @Test
    void theMeanAgeIsTheAge() {
        fixture.visited(man(20, "HAPPY"), man(25, "HAPPY"), man(40, "HAPPY"), woman(90, "HAPPY"));

        assertThat(one(Gender.MALE).age()).isBetween(28.3, 28.4);
        assertThat(Portrait.of(one(Gender.MALE)).prompt()).contains("28 year old");
    }

    @Test
    void ofEquallyFrequentEmotionsTheFirstOfTheGardensOrderWins() {
        fixture.visited(man(30, "SAD"), man(30, "SAD"), man(30, "ANGRY"), man(30, "ANGRY"), man(30, "HAPPY"));
        fixture.visited(woman(30, "HAPPY"), woman(30, "HAPPY"));

        assertThat(one(Gender.MALE).emotion()).isEqualTo(Emotion.ANGRY);
    }

    @Test
    void anUnknownEmotionIsSkippedAndItsFaceCountsAllTheSame() {
        String strange = """
                {"AgeRange": {"Low": 50, "High": 50}, "Gender": {"Value": "Male"},
                 "Emotions": [{"Type": "UNKNOWN", "Confidence": 99}]}
                """;
        fixture.visited(strange, strange, man(20, "FEAR"));

        assertThat(one(Gender.MALE).emotion()).isEqualTo(Emotion.FEAR);
        assertThat(one(Gender.MALE).age()).isEqualTo(40);
    }

    @Test
    void onAnEmptyDayTheyAreThirtyAndTwentyFiveAndShowEverything() {
        fixture.run();

        assertThat(fixture.ordered).extracting(PortraitOrder::negativeText).containsOnly(Optional.empty());
        assertThat(fixture.ordered.get(0).prompt())
                .contains("30 year old man", "happy", "smiling", "eyeglasses", "sunglasses", "beard", "open mouth");
        assertThat(fixture.ordered.get(1).prompt()).contains("25 year old woman");
    }

    @Test
    void anEmptyHallIsPaintedOnceAndThenLeft() {
        fixture.run();
        fixture.garden.write("dashboard/man.png", new byte[1]);
        fixture.now = fixture.now.plus(Duration.ofMinutes(15));

        assertThat(fixture.run()).as("the man hangs").containsExactly("dashboard/weman.png");
    }

    @Test
    void visitorsArePaintedAnewEachTime() {
        fixture.visited(man(30, "CALM"), woman(40, "SAD"));
        fixture.run();
        fixture.garden.write("dashboard/man.png", new byte[1]);
        fixture.garden.write("dashboard/weman.png", new byte[1]);
        fixture.now = fixture.now.plus(Duration.ofMinutes(15));
        fixture.chance = 30;

        assertThat(fixture.run()).hasSize(2);
        assertThat(fixture.ordered.get(2).seed()).isEqualTo(73);
        assertThat(fixture.ordered.get(2).newerThan()).isEqualTo("2026-11-22T03:15:00Z");
    }

    /** What was painted since then answers the second order of a quarter. */
    @Test
    void whoRunsTwiceInAQuarterAsksForPicturesOfTheSameQuarter() {
        fixture.visited(man(30, "CALM"), woman(40, "SAD"));

        fixture.run();
        fixture.now = fixture.now.plus(Duration.ofMinutes(7));
        fixture.run();

        assertThat(fixture.ordered)
                .hasSize(4)
                .extracting(PortraitOrder::newerThan)
                .containsOnly(fixture.ordered.get(0).newerThan());
    }

    @Test
    void oneThatFailsDoesNotStopTheOther() {
        fixture.visited(man(30, "CALM"), woman(40, "SAD"));
        fixture.orders = order -> {
            if (order.key().contains("/man")) throw new Busy("SQS is busy", new IllegalStateException());
            fixture.ordered.add(order);
        };

        assertThatThrownBy(fixture::run).isInstanceOf(Busy.class);

        assertThat(fixture.ordered).extracting(PortraitOrder::key).containsExactly("dashboard/weman.png");
        assertThat(fixture.log).hasSize(1);
    }

    @Test
    void anErasedGuestIsNotCountedTheNextTime() {
        fixture.visited(man(30, "CALM"));
        JobId erased = fixture.visited(man(90, "SAD", "Beard"));
        fixture.run();
        assertThat(fixture.ordered.get(0).prompt()).contains("60 year old");

        fixture.erase().erase(erased);
        fixture.run();

        assertThat(fixture.ordered.get(2).prompt()).contains("30 year old man, calm");
    }

    @Test
    void whenTheOnlyOneIsErasedNobodysPictureTakesHisPlace() {
        JobId erased = fixture.visited(man(90, "SAD"));
        fixture.run();
        fixture.garden.write("dashboard/man.png", new byte[1]);

        fixture.erase().erase(erased);

        assertThat(fixture.run()).contains("dashboard/man.png");
        assertThat(fixture.ordered.get(2).prompt()).contains("30 year old man, happy");
    }

    @Test
    void whatWasOrderedLastAndMakesNoSenseIsOrderedAgain() {
        fixture.garden.write("orders/representatives/man.json", new byte[] {'?'});
        fixture.garden.write("dashboard/man.png", new byte[1]);

        assertThat(fixture.run()).contains("dashboard/man.png");
    }

    private Representative one(Gender gender) {
        return Representative.of(gender, fixture.visitors());
    }
}
