package booth.linebot;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Json;
import booth.core.Refused;
import booth.core.job.ErasureAwareStore;
import booth.core.job.Job;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A photo that was sent as a message becomes a job. What leads back to the guest is written before the photo is put where
 * S3 tells of it: a job that starts knows whom its pictures are for, and whoever erases finds every job there is.
 */
final class ReceivePhoto {
    /** By which name the bot stands among the booths. */
    static final String BOOTH = "line";

    private final LineClient line;
    private final ObjectStore store;
    private final ObjectStore uploads;
    private final Jobs jobs;
    private final Photos photos;
    private final InstantSource clock;

    /**
     * @param store the jobs bucket
     * @param uploads the uploads bucket
     */
    ReceivePhoto(LineClient line, ObjectStore store, ObjectStore uploads, InstantSource clock) {
        this.line = line;
        this.store = new ErasureAwareStore(store);
        this.uploads = uploads;
        this.jobs = new Jobs(store);
        this.photos = new Photos(store);
        this.clock = clock;
    }

    /**
     * @param note to whom the pictures go
     * @throws Refused {@code PHOTO_TOO_LARGE}, {@code EMPTY_PHOTO}, {@code UNSUPPORTED_TYPE}, or {@code JOB_ERASED}
     */
    void receive(String messageId, Note note) {
        Photos.Claim claim = photos.claim(messageId, clock.instant());
        Optional<Job> before = jobs.findRecord(claim.job());
        if (before.isPresent() ? !isWaiting(before.get()) : claim.opened()) return;
        line.showLoading(note.chat());
        byte[] photo = line.content(messageId)
                .orElseThrow(() -> new Refused("EMPTY_PHOTO", "LINE has the photo no more; send it again."));
        for (String owner : note.chat().owners())
            store.write(LineKeys.jobOf(owner, claim.job()), claim.job().value().getBytes(UTF_8));
        Job job = before.orElseGet(() -> open(claim, request(photo, Choice.of(note.chat(), store))));
        photos.opened(messageId, claim);
        store.write(LineKeys.note(job.jobId()), Json.bytes(note));
        upload(job, photo);
    }

    /** Of a job that is being erased the guest wants nothing. */
    private boolean isWaiting(Job job) {
        return jobs.find(job.jobId()).isPresent() && job.status() == Status.AWAITING_UPLOAD;
    }

    private Job open(Photos.Claim claim, JobRequest request) {
        Job job = Job.awaitingUpload(claim.job(), request, claim.since());
        jobs.create(job);
        return job;
    }

    private void upload(Job job, byte[] photo) {
        uploads.write(job.keys().upload(), photo);
        if (jobs.find(job.jobId()).isEmpty()) uploads.delete(job.keys().upload()); // erased meanwhile
    }

    private static JobRequest request(byte[] photo, Choice choice) {
        boolean png = startsWith(photo, 0x89, 'P', 'N', 'G');
        if (photo.length == 0) throw new Refused("EMPTY_PHOTO", "The photo is empty; send it again.");
        if (!png && !startsWith(photo, 0xff, 0xd8))
            throw new Refused("UNSUPPORTED_TYPE", "The photo must be a JPEG or a PNG.");
        return new JobRequest(
                png ? "photo.png" : "photo.jpg",
                png ? "image/png" : "image/jpeg",
                Optional.empty(),
                Optional.empty(),
                BOOTH,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                choice.wanted());
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) return false;
        return true;
    }
}
