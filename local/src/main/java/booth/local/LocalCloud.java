package booth.local;

import booth.core.job.ExecutionName;
import booth.core.job.JobKeys;
import booth.emulator.AddedServices;
import booth.emulator.DataSettings;
import booth.emulator.EmbeddedCloud;
import booth.emulator.Settings;
import booth.emulator.account.Account;
import booth.emulator.account.ProfileFiles;
import booth.local.line.LineChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes the emulator a photo booth: the account it is for, the names of its files, and the pages before its API. */
public final class LocalCloud {
    static final String ACCOUNT_ID = "000000000000";
    static final String REGION = "us-east-1";
    /** Below the folder with the weights. */
    private static final String SAMPLE = "models/samples/sample3.jpg";

    static final String LOG_FILE = "booth.log";
    /** In which earlier releases kept the booth page's key. */
    static final String PAGE_KEY = "booth-key";

    private LocalCloud() {}

    /** The account whose data is in this folder, with keys of its own; they are made if there are none yet. */
    public static Account account(Path folder) {
        return ProfileFiles.in(folder).account(ACCOUNT_ID, REGION);
    }

    /** As {@link #start(LocalSettings, AddedServices)}, on this machine as it is. */
    public static EmbeddedCloud start(
            Path template, Path weights, Path folder, int port, boolean fresh, AddedServices models) {
        return start(LocalSettings.of(template, weights, folder, port, fresh), models);
    }

    /**
     * Starts it and returns when it works.
     *
     * @param models the services that stand for AWS's models
     * @throws IllegalStateException when a port is taken or another process has the folder
     * @throws booth.emulator.template.Unsupported naming what of a template cannot be had here
     */
    public static EmbeddedCloud start(LocalSettings settings, AddedServices models) {
        Path folder = settings.folder();
        DataSettings data = new DataSettings(
                folder,
                settings.fresh(),
                LOG_FILE,
                List.of(PAGE_KEY),
                "use it (booth run --outputs " + folder.resolve("outputs.json")
                        + "), stop it, or choose another folder (BOOTH_DATA)");
        return EmbeddedCloud.start(
                new Settings(
                        settings.templates(),
                        Optional.of(settings.weights()),
                        data,
                        settings.port(),
                        account(folder),
                        secrets(settings),
                        Crowds.on(settings.processors())),
                models,
                new LocalFront(settings.weights().resolve(SAMPLE)),
                (cloud, bucket, key) -> Optional.of(key)
                        .filter(any -> bucket.equals(cloud.outputs().get("JobsBucket")))
                        .flatMap(LocalCloud::erased));
    }

    /** Those of the settings, and a channel between LINE and the bot, which is made once. */
    private static Map<String, String> secrets(LocalSettings settings) {
        Map<String, String> secrets = new HashMap<>(
                Map.of(LineChannel.SECRET_NAME, LineChannel.random().json()));
        secrets.putAll(settings.secrets());
        return secrets;
    }

    /** The record of a job goes when everything else of the job is erased; its executions' histories name its files. */
    private static Optional<String> erased(String key) {
        return JobKeys.jobOf(key)
                .filter(job -> key.equals(JobKeys.jobRecord(job)))
                .map(ExecutionName::prefix);
    }
}
