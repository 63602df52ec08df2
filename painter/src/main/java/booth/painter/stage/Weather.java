package booth.painter.stage;

/** What falls from or hangs in the air. */
public enum Weather {
    CLEAR,
    RAIN,
    SNOW,
    MIST
}
