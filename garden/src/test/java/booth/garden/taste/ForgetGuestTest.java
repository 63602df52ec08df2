package booth.garden.taste;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Environment;
import booth.core.function.JsonLog;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.MortalStore;
import booth.core.job.ObjectStore;
import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForgetGuestTest {
    private static final String ITEM = "emotions/happy/img_20261122-093000_1h.jpeg";
    private static final GuestId ANN = new GuestId("ann");
    private static final SeenGuest SEEN =
            new SeenGuest(ANN, Generation.CHILD, Gender.FEMALE, Optional.of(Emotion.HAPPY), Hall.OPENING);

    private final InMemoryObjectStore garden = new InMemoryObjectStore();
    private final JsonLog log = new JsonLog(line -> {});

    private Bandit bandit(ObjectStore store) {
        return new Bandit(store, () -> Hall.OPENING, () -> new Random(1), log);
    }

    private static GuestBook guests(ObjectStore store) {
        return GuestBook.from(new Environment(Map.of()), store, () -> Hall.OPENING);
    }

    private ForgetGuest forget(Instant now) {
        return new ForgetGuest(garden, guests(garden), () -> now, log);
    }

    @Test
    void nothingOfTheGuestStaysButWhatTheLikesHaveTaught() {
        Bandit bandit = bandit(garden);
        guests(garden).met(SEEN);
        bandit.learn(Likes.of("ann", ITEM));
        bandit.learn(Likes.of("ben", ITEM));
        bandit.experience();

        assertThat(forget(Hall.OPENING.plusSeconds(60)).forget(ANN)).isOne();

        assertThat(garden.list("likes/")).hasSize(1);
        assertThat(guests(garden).find(ANN)).isEmpty();
        assertThat(bandit.experience().likes()).isEqualTo(2);
        assertThat(forget(Hall.OPENING.plusSeconds(60)).forget(ANN)).isZero();
    }

    @Test
    void aLikeThatIsOnItsWayMeanwhileDoesNotStay() {
        Bandit crossed = bandit(new Through(garden) {
            @Override
            public void write(String key, byte[] bytes) {
                super.write(key, bytes);
                if (key.startsWith("likes/"))
                    forget(Hall.OPENING.plusSeconds(1)).forget(ANN);
            }
        });
        Bandit late = bandit(garden);

        crossed.learn(Likes.of("ann", ITEM));
        late.learn(Likes.of("ann", ITEM));
        guests(garden).met(SEEN);

        assertThat(garden.list("likes/")).isEmpty();
        assertThat(guests(garden).find(ANN)).isEmpty();
    }

    @Test
    void whoComesAgainAfterwardsIsWelcome() {
        forget(Hall.OPENING.minusSeconds(1)).forget(ANN);

        bandit(garden).learn(Likes.of("ann", ITEM));
        guests(garden).met(SEEN);

        assertThat(garden.list("likes/")).hasSize(1);
        assertThat(guests(garden).find(ANN)).contains(SEEN);
    }

    @Test
    void whoDiesWhileForgettingIsFollowedByAnotherWhoFinishes() {
        for (int requests = 0; requests < 12; requests++) {
            guests(garden)
                    .met(new SeenGuest(
                            ANN,
                            Generation.CHILD,
                            Gender.FEMALE,
                            Optional.empty(),
                            Hall.OPENING.plusSeconds(requests * 10)));
            for (int i = 0; i < 3; i++)
                bandit(garden).learn(Likes.at(Hall.OPENING.plusSeconds(requests * 10), "ann", ITEM));
            Instant now = Hall.OPENING.plusSeconds(requests * 10 + 1);
            MortalStore mortal = new MortalStore(garden, requests);
            try {
                new ForgetGuest(mortal, guests(mortal), () -> now, log).forget(ANN);
            } catch (MortalStore.Dead e) {
                forget(now).forget(ANN);
            }
            assertThat(garden.list("likes/")).as("after %d requests", requests).isEmpty();
            assertThat(guests(garden).find(ANN)).isEmpty();
        }
    }
}
