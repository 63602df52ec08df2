package booth.emulator.signing;

/** Decides whether a request is let in. */
@FunctionalInterface
public interface Signatures {
    /** Whoever asks, however it is signed, as tools that stand for one service take it. */
    Signatures ANYBODYS = request -> {};

    /** @throws NotGenuine when it is not */
    void check(Received request);
}
