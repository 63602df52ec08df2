package booth.generate;

import booth.core.Json;
import booth.core.Primed;
import booth.core.operating.Cancel;

/** Calls back the branch of an execution that waits for a picture, by its task token. */
interface TaskCallback extends Primed {
    /** Why there is no picture, in the form in which Lambda reports an error to the state machine. */
    record Failure(String errorType, String errorMessage) {
        static Failure of(RuntimeException error) {
            return new Failure(error.getClass().getName(), String.valueOf(error.getMessage()));
        }

        static Failure of(ObsoleteOrder order) {
            return new Failure(Cancel.ERROR, String.valueOf(order.getMessage()));
        }

        String cause() {
            return Json.text(this);
        }
    }

    /** Hands over the picture; false when nobody waits any more. */
    boolean succeed(String token, Generate.Result result);

    /** Says that there will be none; false when nobody waits any more. */
    boolean fail(String token, Failure failure);
}
