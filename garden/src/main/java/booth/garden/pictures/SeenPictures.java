package booth.garden.pictures;

import booth.core.Concurrently;
import booth.core.job.ObjectStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which pictures of a listing guests may see, as the bucket says at this moment: those in it that nobody has hidden. */
final class SeenPictures {
    private static final int PAGE = 1000;
    private static final int AT_ONCE = 32;
    /** A page of a listing costs as much as a dozen questions, on AWS and in the embedded cloud. */
    private static final int QUESTIONS_A_PAGE = 12;

    private final ObjectStore store;
    private final HiddenPictures hidden;

    SeenPictures(ObjectStore store) {
        this.store = store;
        this.hidden = new HiddenPictures(store);
    }

    /** All of them. */
    Set<PictureKey> all(ListingFile file) {
        return all(file, hidden.below(file.prefix()));
    }

    /**
     * Those of some.
     *
     * @param listed about how many pictures there are in all
     */
    Set<PictureKey> of(ListingFile file, Set<PictureKey> some, int listed) {
        Set<String> unseen = hidden.below(file.prefix());
        boolean few = some.size() <= QUESTIONS_A_PAGE * (1 + listed / PAGE);
        Set<PictureKey> there = few ? asked(some) : all(file, Set.of());
        for (PictureKey picture : some)
            if (unseen.contains(picture.key()) && !there.contains(picture)) hidden.forget(picture);
        Set<PictureKey> seen = new HashSet<>(some);
        seen.removeIf(picture -> !there.contains(picture) || unseen.contains(picture.key()));
        return seen;
    }

    private Set<PictureKey> asked(Set<PictureKey> some) {
        Set<PictureKey> there = new HashSet<>();
        List<PictureKey> all = List.copyOf(some);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<PictureKey> few = all.subList(i, Math.min(all.size(), i + AT_ONCE));
            List<Boolean> answers = Concurrently.each(few, picture -> store.exists(picture.key()));
            for (int j = 0; j < few.size(); j++) if (answers.get(j)) there.add(few.get(j));
        }
        return there;
    }

    /** Of an emotion the favourites are stepped over, as they have listings of their own. */
    private Set<PictureKey> all(ListingFile file, Set<String> unseen) {
        Set<PictureKey> found = new HashSet<>();
        String after = file.prefix();
        while (!after.isEmpty()) {
            List<ObjectStore.Entry> page = store.list(file.prefix(), after, PAGE);
            List<String> own = own(file.prefix(), page);
            for (String key : own)
                if (!unseen.contains(key))
                    PictureKey.parse(key).filter(file::holds).ifPresent(found::add);
            after = own.size() < page.size()
                    ? behindFolder(file.prefix(), page.get(own.size()).key())
                    : page.size() < PAGE ? "" : own.get(own.size() - 1);
        }
        return found;
    }

    /** The keys up to the first that lies deeper. */
    private static List<String> own(String prefix, List<ObjectStore.Entry> page) {
        List<String> own = new ArrayList<>();
        for (ObjectStore.Entry entry : page) {
            if (entry.key().indexOf('/', prefix.length()) >= 0) break;
            own.add(entry.key());
        }
        return own;
    }

    /** The first key that can come after all those in the folder of {@code key}. */
    private static String behindFolder(String prefix, String key) {
        return key.substring(0, key.indexOf('/', prefix.length())) + (char) ('/' + 1);
    }
}
