package booth.painter.garden.plan;

/** What covers a place of the ground. */
public enum Cover {
    LAWN,
    MEADOW,
    BED,
    PATH,
    STONE,
    WATER,
    HEDGE
}
