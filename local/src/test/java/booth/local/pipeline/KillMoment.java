package booth.local.pipeline;

import booth.core.job.JobKeys;
import booth.local.pipeline.Traces.Guest;
import java.time.Duration;
import java.util.function.BiPredicate;

/** How far a guest has come when the cloud dies: one moment for every step of the pipeline, told by what the step leaves. */
enum KillMoment {
    PHOTO_TAKEN((traces, guest) -> traces.has(guest.keys().upload())),
    FACES_FOUND((traces, guest) -> traces.has(JobKeys.faces(guest.job()))),
    FACE_OUTLINED((traces, guest) -> traces.has(JobKeys.face(guest.job(), 1))),
    MASK_MERGED((traces, guest) -> traces.has(guest.keys().mask())),
    ORDER_ACCEPTED((traces, guest) -> traces.has(JobKeys.order(guest.job(), 1))),
    MODEL_ASKED((traces, guest) -> traces.calls(guest.request().prompts().get(0)) > 0),
    PICTURE_LANDED((traces, guest) -> traces.has(guest.keys().picture(1))),
    ALL_PICTURES_LANDED((traces, guest) -> guest.keys().pictures().stream().allMatch(traces::has));

    private final BiPredicate<Traces, Guest> come;

    KillMoment(BiPredicate<Traces, Guest> come) {
        this.come = come;
    }

    /** Waits until the guest has come this far. */
    void await(Traces traces, Guest guest) {
        Pipeline.await()
                .pollInterval(Duration.ofMillis(2))
                .pollDelay(Duration.ZERO)
                .until(() -> come.test(traces, guest));
    }
}
