package booth.notify;

import booth.core.job.Job.PictureResult;
import booth.core.job.Problem;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * How one branch of the state machine ended.
 *
 * @param index of the picture, from 1
 * @param status {@code succeeded}, with its key, or {@code failed}, with its error
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PictureOutcome(int index, String status, Optional<String> key, Optional<TaskError> error) {
    private static final Problem UNKNOWN =
            new Problem("INTERNAL_ERROR", "The picture was not made; replay the job.", true);

    PictureResult result() {
        if (status.equals("succeeded") && key.isPresent()) return new PictureResult(index, key, Optional.empty());
        return new PictureResult(
                index,
                Optional.empty(),
                Optional.of(error.map(TaskError::problem).orElse(UNKNOWN)));
    }
}
