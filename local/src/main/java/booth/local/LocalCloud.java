package booth.local;

import booth.core.job.ExecutionName;
import booth.core.job.JobKeys;
import booth.emulator.AddedServices;
import booth.emulator.DataSettings;
import booth.emulator.EmbeddedCloud;
import booth.emulator.Settings;
import booth.emulator.account.Account;
import booth.emulator.account.ProfileFiles;
import booth.local.web.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What makes the emulator a photo booth: the account it is for, the names of its files, and the pages before its API. */
public final class LocalCloud {
    static final String ACCOUNT_ID = "000000000000";
    static final String REGION = "us-east-1";
    static final String LOG_FILE = "booth.log";
    /** In which earlier releases kept the booth page's key. */
    static final String PAGE_KEY = "booth-key";

    private LocalCloud() {}

    /** The account whose data is in this folder, with keys of its own; they are made if there are none yet. */
    public static Account account(Path folder) {
        return ProfileFiles.in(folder).account(ACCOUNT_ID, REGION);
    }

    /**
     * Starts it and returns when it works.
     *
     * @param weights the folder with {@code models/}, which the functions find below {@code /opt} on AWS
     * @param models the services that stand for AWS's models
     * @param port of the gateway; the next two are S3's and SQS's; 0 for any free ones
     * @param fresh whether to forget what an earlier run left in the folder
     * @throws IllegalStateException when a port is taken or another process has the folder
     * @throws booth.emulator.template.Unsupported naming what of the template cannot be had here
     */
    public static EmbeddedCloud start(
            Path template, Path weights, Path folder, int port, boolean fresh, AddedServices models) {
        return start(
                template,
                weights,
                folder,
                port,
                fresh,
                models,
                Runtime.getRuntime().availableProcessors());
    }

    /** @param processors how many this machine would have */
    public static EmbeddedCloud start(
            Path template, Path weights, Path folder, int port, boolean fresh, AddedServices models, int processors) {
        DataSettings data = new DataSettings(
                folder,
                fresh,
                LOG_FILE,
                List.of(PAGE_KEY),
                "use it (booth run --outputs " + folder.resolve("outputs.json")
                        + "), stop it, or choose another folder (BOOTH_DATA)");
        return EmbeddedCloud.start(
                new Settings(template, Optional.of(weights), data, port, account(folder), Crowds.on(processors)),
                models,
                (api, cloud) ->
                        new Site(api, cloud.account(), cloud.stack(), () -> cloud.endpoint("s3"), cloud::outputs),
                (cloud, bucket, key) -> Optional.of(key)
                        .filter(any -> bucket.equals(cloud.outputs().get("JobsBucket")))
                        .flatMap(LocalCloud::erased));
    }

    /** The record of a job goes when everything else of the job is erased; its executions' histories name its files. */
    private static Optional<String> erased(String key) {
        return JobKeys.jobOf(key)
                .filter(job -> key.equals(JobKeys.jobRecord(job)))
                .map(ExecutionName::prefix);
    }
}
