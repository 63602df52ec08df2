package booth.monster;

import java.util.List;
import java.util.Map;

/**
 * One mask of the catalogue.
 *
 * @param id also the name of its drawing
 * @param names by language ({@code en}, {@code ja}, {@code ko}, {@code zh}); the first is shown, all are understood
 * @param tags ids of the catalogue's tags
 * @param licence SPDX identifier
 */
record MonsterMask(String id, Map<String, List<String>> names, List<String> tags, String licence) {
    MonsterMask {
        names = Map.copyOf(names);
        tags = List.copyOf(tags);
    }
}
