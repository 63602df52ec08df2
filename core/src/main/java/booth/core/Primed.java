package booth.core;

/** Something whose first use loads classes, opens connections and fills tables, all of which can be done beforehand. */
public interface Primed {
    /**
     * Does what a first use would otherwise pay for, without any effect. Where that fails, the first use pays after all.
     */
    default void prime() {}
}
