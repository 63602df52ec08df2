package booth.core;

import java.util.List;

/**
 * What an execution of the state machine starts with: every name and choice of the job, settled once, so that the
 * machine only passes on and never computes.
 *
 * @param upload the guest's photo, a key in the uploads bucket
 * @param folder prefix of the job's artefacts in the jobs bucket
 * @param mask key of the merged mask
 * @param pictures keys of the results, in order
 * @param prompts texts that replace the configured ones; may be empty
 */
public record ExecutionInput(
        JobId jobId,
        String booth,
        String upload,
        String folder,
        String mask,
        List<String> pictures,
        List<String> prompts) {
    public static ExecutionInput of(Job job) {
        Names names = job.names();
        return new ExecutionInput(
                job.jobId(),
                job.request().booth(),
                names.upload(),
                Names.folder(job.jobId()),
                names.mask(),
                names.pictures(),
                job.request().prompts());
    }
}
