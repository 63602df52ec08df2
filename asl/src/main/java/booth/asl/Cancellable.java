package booth.asl;

/** Something scheduled that may still be called off. */
@FunctionalInterface
public interface Cancellable {
    /** Calls it off; without effect when it already ran. */
    void cancel();
}
