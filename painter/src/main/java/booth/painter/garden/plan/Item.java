package booth.painter.garden.plan;

/**
 * Something that stands on the ground.
 *
 * @param away how far, in metres: farther things are painted first
 */
record Item(float away, Runnable paint) {}
