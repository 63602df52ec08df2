package booth.api;

import booth.api.access.RedeemPairing;
import booth.api.jobs.CallbackRule;
import booth.api.jobs.CreateJob;
import booth.api.jobs.IdempotencyKeys;
import booth.api.jobs.ListJobs;
import booth.api.jobs.Mending;
import booth.api.jobs.Operate;
import booth.api.legacy.ExistingClients;
import booth.api.legacy.JobWaiter;
import booth.api.legacy.LegacyOrders;
import booth.api.legacy.MakePictures;
import booth.api.legacy.PresignUpload;
import booth.api.legacy.PromisePictures;
import booth.aws.Uploads;
import booth.core.Refused;
import booth.core.access.BoothKeys;
import booth.core.access.Pairings;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.Executions;
import booth.core.job.JobId;
import booth.core.job.JobIndex;
import booth.core.job.JobLinks;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.PictureMode;
import booth.core.operating.Cancel;
import booth.core.operating.Erase;
import booth.core.operating.Mend;
import booth.core.operating.Replay;
import booth.core.watching.ChangeNotifier;
import booth.core.watching.ChangePublisher;
import booth.http.Access;
import booth.http.Answer;
import booth.http.Api;
import booth.http.Call;
import booth.http.Cors;
import booth.http.NoSuchJob;
import booth.http.OpenApi;
import booth.http.Operation;
import booth.http.Operations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the API of its use cases.
 *
 * @param store the jobs bucket
 * @param photos the uploads bucket
 * @param link turns a key of the jobs bucket into a link a guest can open
 * @param publisher takes changes to those who watch
 * @param retention how long results are kept, where that is known
 * @param callbacks which addresses webhooks may go to
 */
record ApiFactory(
        ObjectStore store,
        ObjectStore photos,
        Executions executions,
        Uploads uploads,
        JobLinks link,
        ChangePublisher publisher,
        Optional<Duration> retention,
        CallbackRule callbacks,
        InstantSource clock) {
    /** @param existingClients empty where their routes are not served */
    Api api(Cors cors, Optional<ExistingClients> existingClients, JsonLog log) {
        OpenApi openApi = OpenApi.load("/openapi.json", existingClients.isPresent());
        Map<String, Operation> operations = new HashMap<>(operations(openApi, log));
        existingClients.map(rules -> operations(rules, log)).ifPresent(operations::putAll);
        return new Api(
                openApi, new Operations(openApi, operations), new Access(new BoothKeys(store), clock), cors, log);
    }

    private Map<String, Operation> operations(OpenApi openApi, JsonLog log) {
        Jobs jobs = new Jobs(store);
        Erase erase = new Erase(store, photos, executions, clock);
        CreateJob create = new CreateJob(uploads, jobs, new IdempotencyKeys(store), erase, retention, callbacks);
        ListJobs list = new ListJobs(new JobIndex(store), id -> listed(id, log), clock);
        Replay replay = new Replay(store, photos, executions, clock);
        Operate operate = new Operate(
                jobs, replay, new Cancel(jobs, executions), erase, new ChangeNotifier(store, publisher), clock);
        Mending mending = new Mending(new Mend(store, photos, executions, clock), log);
        return Map.of(
                "describeApi", new Operation.Open(call -> openApi.answer()),
                "createJob", new Operation.Keyed(create::create),
                "getJob", new Operation.Open(this::see),
                "listJobs", new Operation.Keyed(list::list),
                "replayJob", new Operation.Keyed(mending.whereNeeded(operate::replay)),
                "cancelJob", new Operation.Keyed(mending.whereNeeded(operate::cancel)),
                "redeemPairing", new Operation.Open(new RedeemPairing(new Pairings(store), clock)::redeem),
                "eraseJob", new Operation.Guests(mending.whereNeeded(operate::erase), operate::erase));
    }

    /** What booths know from before this API. */
    private Map<String, Operation> operations(ExistingClients rules, JsonLog log) {
        Jobs jobs = new Jobs(store);
        LegacyOrders orders = new LegacyOrders(jobs, photos, executions, new ChangeNotifier(store, publisher), clock);
        JobWaiter waiter = new JobWaiter(jobs, rules.pause(), clock);
        PresignUpload presign = new PresignUpload(uploads, store, rules.dailyPhotos(), log, clock);
        return Map.of(
                "presignUpload", new Operation.OptionalKey(presign::presign),
                "promisePictures", new Operation.OptionalKey(new PromisePictures(orders, link)::promise),
                "makePictures",
                        new Operation.OptionalKey(
                                new MakePictures(orders, waiter, this::view, PictureMode.TOGETHER)::make),
                "makePortraits",
                        new Operation.OptionalKey(
                                new MakePictures(orders, waiter, this::view, PictureMode.EACH)::make));
    }

    private Answer see(Call call) {
        return Answer.json(200, view(call.job()).orElseThrow(NoSuchJob::refused));
    }

    /** A job whose record is damaged is left out of lists, which show the others. */
    private Optional<JobView> listed(JobId id, JsonLog log) {
        try {
            return view(id);
        } catch (Refused e) {
            if (!e.code().equals(Jobs.DAMAGED)) throw e;
            log.write(LogLine.of("job_damaged").job(id).error(e));
            return Optional.empty();
        }
    }

    private Optional<JobView> view(JobId id) {
        return JobView.of(id, store, link);
    }
}
