package booth.linebot;

import booth.core.function.JsonLog;
import booth.core.job.Executions;
import booth.core.job.ObjectStore;
import booth.core.operating.Erase;
import booth.core.watching.ChangeNotifier;
import booth.core.watching.ChangePublisher;
import java.time.InstantSource;

/**
 * Puts the bot together.
 *
 * @param jobs the jobs bucket
 * @param uploads the uploads bucket
 */
record LineBot(
        ObjectStore jobs,
        ObjectStore uploads,
        Executions executions,
        ChangePublisher changes,
        LineClient line,
        PictureLinks links,
        InstantSource clock) {
    /** @param keptDays how long photos and pictures are kept */
    Worker worker(int keptDays, JsonLog log) {
        Forget forget =
                new Forget(jobs, new Erase(jobs, uploads, executions, clock), new ChangeNotifier(jobs, changes), clock);
        return new Worker(
                new Conversation(
                        line,
                        new Talk(line, jobs, forget, keptDays),
                        new ReceivePhoto(line, jobs, uploads, clock),
                        forget),
                new TellGuest(line, jobs, links, clock),
                log);
    }
}
