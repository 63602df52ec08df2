package booth.api;

import booth.aws.Uploads;
import booth.core.Daybook;
import booth.core.Executions;
import booth.core.JobFolder;
import booth.core.JobId;
import booth.core.JobView;
import booth.core.Jobs;
import booth.core.JsonLog;
import booth.core.PictureMode;
import booth.core.access.BoothKeys;
import booth.core.operating.Cancel;
import booth.core.operating.Erase;
import booth.core.operating.Replay;
import booth.core.watching.Herald;
import booth.core.watching.Messenger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The use cases behind the door, put together.
 *
 * @param folder the jobs bucket
 * @param photos the uploads bucket
 * @param link turns a key of the jobs bucket into a link a guest can open
 * @param messenger takes the news to those who watch
 * @param kept how long, where that is known
 * @param callbacks which addresses webhooks may go to
 */
record Rooms(
        JobFolder folder,
        JobFolder photos,
        Executions executions,
        Uploads uploads,
        UnaryOperator<String> link,
        Messenger messenger,
        Optional<Duration> kept,
        CallbackRule callbacks,
        InstantSource clock) {
    /** @param existingClients how their calls wait; empty where their routes are not served */
    Api api(Cors cors, Optional<Patience.Pause> existingClients, JsonLog log) {
        Description description = Description.load(existingClients.isPresent());
        Map<String, Operation> operations = new HashMap<>(operations(description));
        existingClients.map(this::operations).ifPresent(operations::putAll);
        return new Api(
                description,
                new Operations(description, operations),
                new Access(new BoothKeys(folder), clock),
                cors,
                log);
    }

    private Map<String, Operation> operations(Description description) {
        Jobs jobs = new Jobs(folder);
        Erase erase = new Erase(folder, photos, executions, clock);
        CreateJob create = new CreateJob(uploads, jobs, new IdempotencyKeys(folder), erase, kept, callbacks);
        ListJobs list = new ListJobs(new Daybook(folder), this::view, clock);
        Replay replay = new Replay(folder, photos, executions, clock);
        Operate operate = new Operate(jobs, replay, new Cancel(jobs, executions), erase, new Herald(folder, messenger));
        return Map.of(
                "describeApi", new Operation.Open(call -> description.answer()),
                "createJob", new Operation.Keyed(create::create),
                "getJob", new Operation.Open(this::see),
                "listJobs", new Operation.Keyed(list::list),
                "replayJob", new Operation.Keyed(operate::replay),
                "cancelJob", new Operation.Keyed(operate::cancel),
                "eraseJob", new Operation.Guests(operate::erase, operate::erase));
    }

    /** What booths know from before this API. */
    private Map<String, Operation> operations(Patience.Pause pause) {
        Jobs jobs = new Jobs(folder);
        PhotoDesk desk = new PhotoDesk(jobs, photos, executions, new Herald(folder, messenger), clock);
        Patience patience = new Patience(jobs, pause, clock);
        return Map.of(
                "presignUpload", new Operation.Courtesy(new PresignUpload(uploads)::presign),
                "promisePictures", new Operation.Courtesy(new PromisePictures(desk, link)::promise),
                "makePictures",
                        new Operation.Courtesy(
                                new MakePictures(desk, patience, this::view, PictureMode.TOGETHER)::make),
                "makePortraits",
                        new Operation.Courtesy(new MakePictures(desk, patience, this::view, PictureMode.EACH)::make));
    }

    private Answer see(Call call) {
        return Answer.json(200, view(call.job()).orElseThrow(Jobless::refused));
    }

    private Optional<JobView> view(JobId id) {
        return JobView.of(id, folder, link);
    }
}
