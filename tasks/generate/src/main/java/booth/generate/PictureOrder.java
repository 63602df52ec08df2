package booth.generate;

import booth.core.function.TaskContext;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.PictureMode;
import java.util.List;
import java.util.Optional;

/**
 * One message of the generation queue: paint one picture of one job and tell the branch that waits for it.
 *
 * @param taskToken whoever holds it may answer the waiting branch
 * @param index of the picture and of its branch, from 1
 * @param frame key of the photo at frame size
 * @param mask key of the mask; black is kept
 * @param picture key under which the result is stored
 * @param prompts the job's own texts, in order; may be empty
 * @param task which execution and state wait; empty where somebody else ordered
 */
record PictureOrder(
        String taskToken,
        JobId jobId,
        int index,
        String frame,
        String mask,
        String picture,
        List<String> prompts,
        Optional<TaskContext> task) {
    PictureOrder {
        prompts = List.copyOf(prompts);
        if (index < 1 || index > PictureMode.MOST)
            throw new IllegalArgumentException(
                    "A picture's index is 1 to " + PictureMode.MOST + ", not " + index + ".");
        for (String key : List.of(frame, mask, picture))
            if (!key.startsWith(JobKeys.folder(jobId)))
                throw new IllegalArgumentException("The key " + key + " is not in the folder of job " + jobId + ".");
    }

    /** The job's own text for this picture, where it brought one. */
    Optional<String> prompt() {
        return index <= prompts.size() ? Optional.of(prompts.get(index - 1)) : Optional.empty();
    }
}
