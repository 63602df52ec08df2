package booth.asl.run;

import java.util.Optional;

/** A step of a state that failed; the stepper decides what comes of it. */
final class StateFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;
    private final transient Optional<String> evaluated;

    private StateFailure(Failure failure, Optional<String> evaluated) {
        super(failure.error().orElse("") + ": " + failure.cause().orElse(""));
        this.failure = failure;
        this.evaluated = evaluated;
    }

    static StateFailure of(Failure failure) {
        return new StateFailure(failure, Optional.empty());
    }

    /** @param location the field, {@code Output/faces}; may be empty */
    static StateFailure evaluation(String cause, String location) {
        return new StateFailure(Failure.of(Failure.QUERY_EVALUATION_ERROR, cause), Optional.of(location));
    }

    Failure failure() {
        return failure;
    }

    /** The field whose evaluation failed, if that is what happened. */
    Optional<String> evaluated() {
        return evaluated;
    }
}
