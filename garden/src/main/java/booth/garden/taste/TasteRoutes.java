package booth.garden.taste;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.aws.Environment;
import booth.core.Primed;
import booth.core.access.BoothKey;
import booth.core.function.JsonLog;
import booth.core.job.ObjectStore;
import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.Origin;
import booth.garden.datasets.Dataset;
import booth.garden.pictures.Area;
import booth.garden.pictures.GardenPage;
import booth.garden.pictures.Orientation;
import booth.garden.pictures.PictureKey;
import booth.garden.pictures.Pictures;
import booth.garden.pictures.SearchKey;
import booth.http.Answer;
import booth.http.Call;
import booth.http.JsonBody;
import booth.http.Operation;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What guests are shown, and what they say to it. */
public final class TasteRoutes implements Primed {
    /** Of each orientation. Nobody looks further. */
    static final int MOST = 250;

    private final Pictures pictures;
    private final Recommendations recommendations;
    private final GuestBook guests;
    private final ForgetGuest forgetting;
    private final LikeLog likes;
    private final ObjectStore garden;
    private final InstantSource clock;

    /**
     * @param env as {@link Taste} and {@link GuestBook} read it
     * @param garden the garden's bucket
     */
    public static TasteRoutes from(
            Environment env, ObjectStore garden, Pictures pictures, InstantSource clock, JsonLog log) {
        return new TasteRoutes(
                garden, pictures, Taste.of(env, garden, clock, log), new GuestBook(garden, clock), clock, log);
    }

    TasteRoutes(
            ObjectStore garden,
            Pictures pictures,
            Recommendations recommendations,
            GuestBook guests,
            InstantSource clock,
            JsonLog log) {
        this.garden = garden;
        this.pictures = pictures;
        this.recommendations = recommendations;
        this.guests = guests;
        this.clock = clock;
        this.likes = LikeLog.of(garden, clock, log);
        this.forgetting = new ForgetGuest(garden, guests, clock, log);
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "recommendPictures", new Operation.OptionalKey((call, key) -> recommend(call)),
                "likePicture", new Operation.OptionalKey((call, key) -> like(call)),
                "forgetGuest", new Operation.Keyed(this::forget));
    }

    /** Users and interactions, as Personalize has them. */
    public Map<String, Dataset> datasets() {
        return Map.of("users", new UserRows(garden, guests), "interactions", new InteractionRows(likes));
    }

    record Wish(GuestId id, SearchKey emotion, Optional<Generation> generation, Optional<Gender> gender) {}

    private Answer recommend(Call call) {
        Wish wish = JsonBody.read(call.request().body(), Wish.class);
        List<PictureKey> there = pictures.listing(Area.EMOTIONS, wish.emotion()).newestFirst();
        Guest guest = new Guest(Optional.of(wish.id()), context(wish.id(), wish.generation(), wish.gender()));
        return Answer.json(
                200, GardenPage.of(first(recommendations.order(guest, there)), Origin.of(call.request())::url));
    }

    private static List<PictureKey> first(List<PictureKey> order) {
        List<PictureKey> first = new ArrayList<>();
        for (Orientation orientation : Orientation.values())
            order.stream()
                    .filter(picture -> picture.orientation() == orientation)
                    .limit(MOST)
                    .forEach(first::add);
        return first;
    }

    /** What nobody says is what is remembered of the guest's face. */
    private Context context(GuestId id, Optional<Generation> generation, Optional<Gender> gender) {
        if (generation.isPresent() || gender.isPresent()) return new Context(generation, gender);
        return guests.find(id).map(SeenGuest::context).orElse(Context.UNKNOWN);
    }

    /**
     * @param itemId the key of the picture that was liked
     * @param impression the keys of those that were shown; where there are none, the liked one alone
     */
    record Thumb(
            GuestId id,
            PictureKey itemId,
            Optional<List<PictureKey>> impression,
            Optional<Generation> generation,
            Optional<Gender> gender) {
        Thumb {
            impression = impression.map(List::copyOf);
        }
    }

    /** A like of a picture that is gone meanwhile is as good as any to the guest, and teaches nothing. */
    private Answer like(Call call) {
        Thumb thumb = JsonBody.read(call.request().body(), Thumb.class);
        Context context = context(thumb.id(), thumb.generation(), thumb.gender());
        Like like = new Like(
                thumb.id(),
                thumb.itemId(),
                thumb.impression().orElse(List.of()),
                context.generation(),
                context.gender(),
                clock.instant());
        Set<PictureKey> there = new HashSet<>(
                pictures.listing(Area.EMOTIONS, like.item().searchKey()).newestFirst());
        if (there.contains(like.item())) recommendations.learn(like.among(there));
        return new Answer(
                200, Map.of("content-type", "text/plain; charset=utf-8", "cache-control", "no-store"), "Success");
    }

    record Forgot(int likes) {}

    private Answer forget(Call call, BoothKey key) {
        String id = URLDecoder.decode(
                call.path().getOrDefault("id", "").replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25"), UTF_8);
        return Answer.json(200, new Forgot(forgetting.forget(new GuestId(id))));
    }

    @Override
    public void prime() {
        recommendations.prime();
    }
}
