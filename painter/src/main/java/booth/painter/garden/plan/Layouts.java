package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.wish.Place;

/** Draws up the plan of a garden. */
final class Layouts {
    private Layouts() {}

    static Layout of(Garden garden, Place place) {
        return switch (place) {
            case PATH, CLOSE -> new GreenLayouts(garden).path();
            case MAZE -> new GreenLayouts(garden).maze();
            case MEADOW -> new GreenLayouts(garden).meadow();
            case AVENUE -> new GreenLayouts(garden).avenue();
            case ROWS -> new GreenLayouts(garden).rows();
            case POND -> new WaterLayouts(garden).pond();
            case BRIDGE -> new WaterLayouts(garden).bridge();
            case TERRACE -> new WaterLayouts(garden).terrace();
            case ARCH -> new BuiltLayouts(garden).arches();
            case WALL -> new BuiltLayouts(garden).wall();
            case GLASSHOUSE -> new BuiltLayouts(garden).glasshouse();
            case FOUNTAIN -> new BuiltLayouts(garden).fountain();
        };
    }
}
