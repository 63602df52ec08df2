package booth.garden.datasets;

import booth.core.job.ObjectStore;
import booth.garden.pictures.Area;
import booth.garden.pictures.PictureKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures that guests may see, in the order of their keys. */
public final class Items implements Dataset {
    private static final int LISTED_AT_ONCE = 1000;

    private final ObjectStore store;

    public Items(ObjectStore store) {
        this.store = store;
    }

    @Override
    public List<String> columns() {
        return List.of("ITEM_ID", "TIMESTAMP", "EMOTION");
    }

    @Override
    public Page rows(String after, int count) {
        List<List<String>> rows = new ArrayList<>();
        String mark = after;
        while (rows.size() < count) {
            int wanted = Math.min(LISTED_AT_ONCE, count - rows.size());
            List<ObjectStore.Entry> entries = store.list(Area.EMOTIONS.prefix(), mark, wanted);
            for (ObjectStore.Entry entry : entries)
                PictureKey.parse(entry.key()).ifPresent(picture -> rows.add(row(picture, entry.modified())));
            if (entries.size() < wanted) return new Page(rows, Optional.empty());
            mark = entries.get(entries.size() - 1).key();
        }
        return new Page(rows, Optional.of(mark));
    }

    private static List<String> row(PictureKey picture, Instant modified) {
        Instant painted = picture.paintedAt().orElse(modified);
        return List.of(
                picture.key(),
                Long.toString(painted.getEpochSecond()),
                picture.searchKey().text());
    }
}
