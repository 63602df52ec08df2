package booth.garden.personalize;

import java.time.Instant;

/**
 * A picture, as Personalize has it.
 *
 * @param searchKey what it is looked for by: Personalize's EMOTION
 * @param at since when it is there
 */
public record GardenItem(String id, String searchKey, Instant at) {}
