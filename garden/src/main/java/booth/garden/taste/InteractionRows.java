package booth.garden.taste;

import booth.garden.datasets.Dataset;
import booth.garden.pictures.PictureKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All likes that are kept, oldest first; each is an object, so a page has a thousand at most. */
final class InteractionRows implements Dataset {
    private final LikeLog likes;

    InteractionRows(LikeLog likes) {
        this.likes = likes;
    }

    @Override
    public List<String> columns() {
        return List.of("USER_ID", "ITEM_ID", "TIMESTAMP", "EVENT_TYPE", "IMPRESSION");
    }

    @Override
    public Page rows(String after, int count) {
        List<String> all = likes.keys(after.isEmpty() ? LikeKeys.PREFIX : after);
        List<String> keys = all.subList(0, Math.min(count, all.size()));
        List<List<String>> rows = likes.read(keys).stream()
                .flatMap(read -> read.like().stream())
                .map(InteractionRows::row)
                .toList();
        return new Page(rows, keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(keys.size() - 1)));
    }

    private static List<String> row(Like like) {
        return List.of(
                like.id().value(),
                like.item().key(),
                Long.toString(like.at().getEpochSecond()),
                "click",
                like.impression().stream().map(PictureKey::key).collect(Collectors.joining("|")));
    }
}
