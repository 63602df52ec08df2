package booth.garden.bulk;

import booth.garden.pictures.SearchKey;

/**
 * What a pair of pictures is painted of, and where it hangs.
 *
 * @param search the emotion, and the favourite that it is for
 */
record GardenPrompt(SearchKey search, String text) {}
