package booth.monster;

import booth.core.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All masks there are, {@code masks.json}, in an order that never matters to a guest but decides, with a job's seed, what
 * is worn: new ones go to the end.
 *
 * @param tags kinds of masks, by the words guests ask for them with
 */
record Catalogue(List<Tag> tags, List<MonsterMask> masks) {
    private static final String FILE = "masks.json";

    /** @param names by language, as those of masks */
    record Tag(String id, Map<String, List<String>> names) {
        Tag {
            names = Map.copyOf(names);
        }
    }

    Catalogue {
        tags = List.copyOf(tags);
        masks = List.copyOf(masks);
        Set<String> known = new HashSet<>();
        for (Tag tag : tags) known.add(tag.id());
        for (MonsterMask mask : masks)
            if (!known.containsAll(mask.tags()))
                throw new IllegalArgumentException(mask.id() + " has a tag that is not in the catalogue.");
    }

    static Catalogue read() {
        try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("There is no " + FILE + ".");
            return Json.read(FILE, in.readAllBytes(), Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<MonsterMask> tagged(String tag) {
        return masks.stream().filter(mask -> mask.tags().contains(tag)).toList();
    }
}
