package booth.garden.taste;

import booth.aws.Environment;
import booth.aws.S3ObjectStore;
import booth.core.Json;
import booth.core.Primed;
import booth.core.Refused;
import booth.core.job.ObjectStore;
import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.personalize.PersonalizeDatasets;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Guests whose faces were seen, one object each, until a month has passed or they are forgotten.
 *
 * <p>Environment: {@code GARDEN_BUCKET}; {@code PERSONALIZE_USERS_ARN} (optional), of the dataset that hears of them, too.
 */
public final class GuestBook implements Primed {
    static final String PREFIX = "taste/guests/";

    private static final long LARGEST = 4096;

    private final ObjectStore store;
    private final Forgotten forgotten;
    private final PersonalizeDatasets datasets;
    private final InstantSource clock;

    /** @param garden the garden's bucket */
    public static GuestBook from(Environment env, ObjectStore garden, InstantSource clock) {
        return new GuestBook(garden, PersonalizeDatasets.ofUsers(env), clock);
    }

    /** Through a client of its own. */
    public static GuestBook from(Environment env) {
        return from(env, S3ObjectStore.open(env.require("GARDEN_BUCKET")), InstantSource.system());
    }

    /** One that tells nobody else. */
    GuestBook(ObjectStore garden, InstantSource clock) {
        this(garden, PersonalizeDatasets.NONE, clock);
    }

    GuestBook(ObjectStore garden, PersonalizeDatasets datasets, InstantSource clock) {
        this.store = garden;
        this.forgotten = new Forgotten(garden);
        this.datasets = datasets;
        this.clock = clock;
    }

    /** The guest was seen, for the first time or again; what was said last counts. */
    public void met(GuestId id, Generation generation, Gender gender, Emotion emotion) {
        met(new SeenGuest(id, generation, gender, Optional.of(emotion), clock.instant()));
    }

    void met(SeenGuest guest) {
        String key = key(guest.id());
        store.write(key, Json.bytes(guest));
        if (forgotten.since(guest.id(), guest.at())) store.delete(key);
        else datasets.putUser(guest.id().value(), guest.generation(), guest.gender(), guest.emotion());
    }

    @Override
    public void prime() {
        store.prime();
        datasets.prime();
    }

    /** What is known of a guest; of one whose object is damaged, nothing. */
    public Optional<SeenGuest> find(GuestId guest) {
        return read(key(guest));
    }

    Optional<SeenGuest> read(String key) {
        try {
            return store.find(key, LARGEST).map(object -> Json.read(key, object.bytes(), SeenGuest.class));
        } catch (IllegalArgumentException | Refused | ObjectStore.TooLarge e) {
            return Optional.empty(); // it only makes the first pictures fit better
        }
    }

    void forget(GuestId guest) {
        store.delete(key(guest));
    }

    private static String key(GuestId guest) {
        return PREFIX + guest.hash() + ".json";
    }
}
