package booth.garden.taste;

import booth.core.Busy;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.garden.personalize.Interaction;
import booth.garden.personalize.PersonalizeCampaign;
import booth.garden.personalize.PersonalizeDatasets;
import booth.garden.pictures.PictureKey;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Has Amazon Personalize recommend, once it has a campaign and there is enough to learn from; likes are kept as well as
 * ever.
 */
final class Personalized implements Recommendations {
    /**
     * From when on Personalize is asked. Its own least is 1,000 interactions of 25 users.
     *
     * @param guests at most 1,000, as no more are counted
     */
    record Minimum(long interactions, int guests) {
        static final int INTERACTIONS = 1000;
        static final int GUESTS = 25;
    }

    private final Bandit likes;
    private final Optional<PersonalizeCampaign> campaign;
    private final PersonalizeDatasets datasets;
    private final Minimum minimum;
    private final JsonLog log;

    Personalized(
            Bandit likes,
            Optional<PersonalizeCampaign> campaign,
            PersonalizeDatasets datasets,
            Minimum minimum,
            JsonLog log) {
        this.likes = likes;
        this.campaign = campaign;
        this.datasets = datasets;
        this.minimum = minimum;
        this.log = log;
    }

    /** The recommended ones that are there, and after them the others: a garden is never half empty. */
    @Override
    public List<PictureKey> order(Guest guest, List<PictureKey> there) {
        if (there.isEmpty()) return List.of();
        return campaign.map(asked -> recommended(asked, guest, there)).orElseGet(() -> likes.order(guest, there));
    }

    private List<PictureKey> recommended(PersonalizeCampaign asked, Guest guest, List<PictureKey> there) {
        GuestId id = guest.id().orElseThrow(() -> new NoRecommendation("Nobody knows who the guest is."));
        requireEnough(likes.experience());
        Set<PictureKey> known = new HashSet<>(there);
        Set<PictureKey> order = new LinkedHashSet<>();
        asked.recommend(id.value(), there.get(0).searchKey().text()).stream()
                .flatMap(item -> PictureKey.parse(item).stream())
                .filter(known::contains)
                .forEach(order::add);
        if (order.isEmpty()) throw new NoRecommendation("Personalize has recommended nothing that is there.");
        order.addAll(there);
        return List.copyOf(order);
    }

    private void requireEnough(Experience so) {
        if (so.likes() < minimum.interactions() || so.guests() < minimum.guests())
            throw new NoRecommendation("There are " + so.likes() + " likes of " + so.guests() + " guests yet; "
                    + minimum.interactions() + " of " + minimum.guests() + " are wanted.");
    }

    /** What Personalize does not take is kept all the same, and imported with the export of all interactions. */
    @Override
    public void learn(Like like) {
        likes.learn(like);
        try {
            datasets.putEvent(new Interaction(
                    like.id().value(),
                    like.item().key(),
                    like.impression().stream().map(PictureKey::key).toList(),
                    like.at()));
        } catch (Busy | SdkException e) {
            log.write(LogLine.of("event_not_put").error(e));
        }
    }

    @Override
    public void prime() {
        likes.prime();
    }
}
