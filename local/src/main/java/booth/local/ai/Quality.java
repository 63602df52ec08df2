package booth.local.ai;

/**
 * How well something is to be seen, each 0 to 100 as Rekognition has it.
 *
 * @param brightness mean luma
 * @param sharpness from the mean of the picture's second derivative
 * @param contrast spread of the luma
 */
record Quality(double brightness, double sharpness, double contrast) {}
