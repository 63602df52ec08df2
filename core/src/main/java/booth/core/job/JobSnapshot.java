package booth.core.job;

import booth.core.job.JobView.FacesView;
import booth.core.job.JobView.PictureView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A job's record and what its folder holds. The record is read before the files are listed, so each grows from look to
 * look.
 *
 * @param files their keys
 * @param found who is on the photo, where that is known
 * @param notices what the guest may want to know
 */
record JobSnapshot(Job job, Set<String> files, Optional<Faces> found, List<Notice> notices) {
    /** More than a folder has artefacts. */
    private static final long CHANGE = 1000;

    static Optional<JobSnapshot> of(JobId id, ObjectStore store) {
        return new Jobs(store).find(id).map(job -> of(job, store));
    }

    private static JobSnapshot of(Job job, ObjectStore store) {
        Set<String> files = store.list(JobKeys.folder(job.jobId())).stream()
                .map(ObjectStore.Entry::key)
                .collect(Collectors.toSet());
        return new JobSnapshot(
                job,
                files,
                files.contains(JobKeys.faces(job.jobId())) ? Faces.find(job.jobId(), store) : Optional.empty(),
                files.contains(JobKeys.notices(job.jobId()))
                        ? Notice.read(store, JobKeys.notices(job.jobId()))
                        : List.of());
    }

    /** Grows with every change of the record and with every artefact. */
    long revision() {
        long artefacts = files.stream().filter(JobKeys::isArtefact).count();
        return job.changes().orElse(0) * CHANGE + Math.min(artefacts, CHANGE - 1);
    }

    /** The key, if the file is there. */
    Optional<String> existing(String key) {
        return Optional.of(key).filter(files::contains);
    }

    Optional<FacesView> faces() {
        String mask = JobKeys.folder(job.jobId()) + "face-";
        int masked = (int) files.stream().filter(key -> key.startsWith(mask)).count();
        return found.map(faces -> new FacesView(
                faces.faces().size(),
                masked,
                faces.frame(),
                faces.faces().stream().map(Faces.Face::box).toList()));
    }

    /** One for each that is ordered: none yet where that depends on faces nobody has found. */
    List<PictureView> pictures(UnaryOperator<String> link) {
        Map<Integer, Job.PictureResult> results =
                job.pictures().stream().collect(Collectors.toMap(Job.PictureResult::index, Function.identity()));
        int faces = found.map(who -> who.faces().size()).orElse(0);
        return IntStream.rangeClosed(1, job.request().pictureMode().pictures(faces))
                .mapToObj(index -> picture(index, Optional.ofNullable(results.get(index)), link))
                .toList();
    }

    /** A picture that is there is shown, even where it landed after its branch had given up. */
    private PictureView picture(int index, Optional<Job.PictureResult> result, UnaryOperator<String> link) {
        Optional<String> url = existing(job.keys().picture(index)).map(link);
        if (url.isPresent()) return new PictureView(index, "succeeded", url, Optional.empty());
        Optional<Problem> error = result.flatMap(Job.PictureResult::error);
        return new PictureView(index, error.isPresent() ? "failed" : "pending", Optional.empty(), error);
    }
}
