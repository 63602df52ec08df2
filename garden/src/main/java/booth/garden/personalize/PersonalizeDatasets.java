package booth.garden.personalize;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.RetryableErrors;
import booth.core.Busy;
import booth.core.Json;
import booth.core.Primed;
import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeevents.model.Item;

/**
 * What Amazon Personalize learns from: clicks, users and items, each where its dataset or tracker is configured. Of what is
 * not, nothing is told and nothing happens.
 *
 * <p>Environment, all optional and each for whom it is named below: {@code PERSONALIZE_TRACKING_ID} of the event tracker,
 * {@code PERSONALIZE_USERS_ARN} and {@code PERSONALIZE_ITEMS_ARN} of the datasets.
 */
public final class PersonalizeDatasets implements Primed {
    /** A guest waits for it. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int MOST_ITEMS = 10; // Personalize takes no more at once

    /** Knows of no dataset. */
    public static final PersonalizeDatasets NONE =
            new PersonalizeDatasets(Optional.empty(), Optional.empty(), Optional.empty());

    private final Optional<String> tracker;
    private final Optional<String> users;
    private final Optional<String> items;
    private final Optional<PersonalizeEventsClient> client;

    /** Takes events alone: {@code PERSONALIZE_TRACKING_ID}. */
    public static PersonalizeDatasets ofEvents(Environment env) {
        return new PersonalizeDatasets(env.find("PERSONALIZE_TRACKING_ID"), Optional.empty(), Optional.empty());
    }

    /** Takes users alone: {@code PERSONALIZE_USERS_ARN}. */
    public static PersonalizeDatasets ofUsers(Environment env) {
        return new PersonalizeDatasets(Optional.empty(), env.find("PERSONALIZE_USERS_ARN"), Optional.empty());
    }

    /** Takes items alone: {@code PERSONALIZE_ITEMS_ARN}. */
    public static PersonalizeDatasets ofItems(Environment env) {
        return new PersonalizeDatasets(Optional.empty(), Optional.empty(), env.find("PERSONALIZE_ITEMS_ARN"));
    }

    private PersonalizeDatasets(Optional<String> tracker, Optional<String> users, Optional<String> items) {
        this.tracker = tracker;
        this.users = users;
        this.items = items;
        this.client = tracker.or(() -> users).or(() -> items).map(configured -> client());
    }

    private static PersonalizeEventsClient client() {
        return Clients.build(
                PersonalizeEventsClient.builder(), PATIENCE, override -> override.apiCallTimeout(PATIENCE));
    }

    /** Whether it hears of events. */
    public boolean takesEvents() {
        return tracker.isPresent();
    }

    /** @throws Busy where Personalize does not take it now */
    public void putEvent(Interaction click) {
        tracker.ifPresent(id -> tell(events -> events.putEvents(put -> put.trackingId(id)
                .userId(click.user())
                .sessionId(click.item())
                .eventList(event -> event.eventId(UUID.randomUUID().toString())
                        .eventType("click")
                        .sentAt(Instant.ofEpochSecond(click.at().getEpochSecond()))
                        .itemId(click.item())
                        .impression(click.impression())))));
    }

    /** @throws Busy where Personalize does not take it now */
    public void putUser(String id, Generation generation, Gender gender, Optional<Emotion> emotion) {
        Map<String, String> properties =
                new TreeMap<>(Map.of("generation", generation.word(), "gender", gender.word()));
        emotion.ifPresent(known -> properties.put("emotion", known.name()));
        users.ifPresent(arn -> tell(events -> events.putUsers(
                put -> put.datasetArn(arn).users(user -> user.userId(id).properties(Json.text(properties))))));
    }

    /** @throws Busy where Personalize does not take them now; some may have been taken */
    public void putItems(List<GardenItem> all) {
        for (int i = 0; i < all.size(); i += MOST_ITEMS) {
            List<Item> some = all.subList(i, Math.min(all.size(), i + MOST_ITEMS)).stream()
                    .map(PersonalizeDatasets::item)
                    .toList();
            items.ifPresent(arn ->
                    tell(events -> events.putItems(put -> put.datasetArn(arn).items(some))));
        }
    }

    private static Item item(GardenItem item) {
        Map<String, Object> properties = new TreeMap<>(
                Map.of("emotion", item.searchKey(), "timestamp", item.at().getEpochSecond()));
        return Item.builder()
                .itemId(item.id())
                .properties(Json.text(properties))
                .build();
    }

    private void tell(Function<PersonalizeEventsClient, ?> call) {
        client.ifPresent(open -> RetryableErrors.asBusy(() -> call.apply(open)));
    }
}
