package booth.painter;

/** What falls from or hangs in the air. */
enum Weather {
    CLEAR,
    RAIN,
    SNOW,
    MIST
}
