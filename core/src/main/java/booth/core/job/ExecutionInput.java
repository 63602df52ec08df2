package booth.core.job;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an execution of the state machine starts with: every name and choice of the job, settled once, so that the
 * machine only passes on and never computes.
 *
 * @param upload the guest's photo, a key in the uploads bucket
 * @param folder prefix of the job's artefacts in the jobs bucket
 * @param mask key of the merged mask
 * @param pictures keys of the results, in order; where each face has its own, as many as there are at most
 * @param prompts texts that replace the configured ones; may be empty
 * @param look which of the machine's ways the photo goes
 * @param subject who stays sharp in a portrait
 * @param masks that were asked for
 * @param seed of what is chosen by chance
 * @param faceMasks keys of the masks that keep one face each; none where a picture keeps everybody
 */
public record ExecutionInput(
        JobId jobId,
        String booth,
        String upload,
        String folder,
        String mask,
        List<String> pictures,
        List<String> prompts,
        PictureMode mode,
        Look look,
        Subject subject,
        Optional<String> masks,
        Seed seed,
        List<String> faceMasks) {
    /** In the place of a picture's number. */
    private static final int WHOLE_JOB = 0;

    public static ExecutionInput of(Job job) {
        JobKeys keys = job.keys();
        PictureMode mode = job.request().pictureMode();
        return new ExecutionInput(
                job.jobId(),
                job.request().booth(),
                keys.upload(),
                JobKeys.folder(job.jobId()),
                keys.mask(),
                keys.pictures(mode.limit()),
                job.request().prompts(),
                mode,
                job.request().look(),
                job.request().wanted().subject().orElse(Subject.ALL),
                job.request().wanted().masks(),
                job.request().seed().orElseGet(() -> Seed.of(job.jobId(), WHOLE_JOB)),
                mode == PictureMode.EACH
                        ? IntStream.rangeClosed(1, mode.limit())
                                .mapToObj(keys::maskOf)
                                .toList()
                        : List.of());
    }
}
