package booth.garden.taste;

import booth.core.Concurrently;
import booth.core.job.ObjectStore;
import booth.core.job.ObjectStore.Entry;
import booth.garden.Emotion;
import booth.garden.datasets.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All guests whose faces were seen in the last month. */
final class UserRows implements Dataset {
    private static final int PAGE = 1000;
    private static final int AT_ONCE = 16;

    private final ObjectStore store;
    private final GuestBook guests;

    UserRows(ObjectStore store, GuestBook guests) {
        this.store = store;
        this.guests = guests;
    }

    @Override
    public List<String> columns() {
        return List.of("USER_ID", "GENERATION", "GENDER", "EMOTION");
    }

    @Override
    public Page rows(String after, int count) {
        String from = after.isEmpty() ? GuestBook.PREFIX : after;
        List<String> keys = store.list(GuestBook.PREFIX, from, Math.min(count, PAGE)).stream()
                .map(Entry::key)
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i += AT_ONCE)
            Concurrently.each(keys.subList(i, Math.min(keys.size(), i + AT_ONCE)), guests::read)
                    .forEach(guest -> guest.map(UserRows::row).ifPresent(rows::add));
        return new Page(rows, keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(keys.size() - 1)));
    }

    private static List<String> row(SeenGuest guest) {
        return List.of(
                guest.id().value(),
                guest.generation().word(),
                guest.gender().word(),
                guest.emotion().map(Emotion::name).orElse(""));
    }
}
