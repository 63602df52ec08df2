package booth.local.ai;

/**
 * A picture of words alone.
 *
 * @param negative what is not to be in it; may be empty
 */
record TextOrder(String prompt, String negative, int width, int height, long seed, int pictures, Format format)
        implements Order {}
