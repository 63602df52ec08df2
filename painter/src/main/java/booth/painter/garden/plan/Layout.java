package booth.painter.garden.plan;

import java.util.List;

/**
 * One garden's plan.
 *
 * @param map what covers the ground
 * @param items what stands on it
 * @param shore metres to the far shore of the water; 0 where there is none
 */
record Layout(Map map, List<Item> items, float shore) {

    Layout {
        items = List.copyOf(items);
    }

    /** What lies at a place: metres to the right of the middle, metres away. */
    @FunctionalInterface
    interface Map {
        Cover at(float right, float away);
    }
}
