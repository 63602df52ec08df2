package booth.core.job;

import java.util.Set;

/** The names that Java knows of {@code statemachine/photo-booth.asl.json}, whose tests hold them to the file. */
public final class PipelineStates {
    /** The error, and the Fail state that raises it, of an execution none of whose pictures could be made. */
    public static final String NO_PICTURE = "NoPicture";

    /** The last states; all pictures are made, or will never be, when one of them is entered. */
    public static final Set<String> AFTER_PAINTING = Set.of("Notify", "NotifyRejected");

    private PipelineStates() {}
}
