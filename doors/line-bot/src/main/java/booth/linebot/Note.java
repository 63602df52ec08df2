package booth.linebot;

import java.time.Duration;
import java.time.Instant;

/**
 * {@code line.json} in a job's folder: to whom its pictures go. It is erased with the job.
 *
 * @param replyToken works once, and LINE promises no more than a minute
 * @param sentAt when the photo was
 */
record Note(Chat chat, String replyToken, Instant sentAt, Language language) {
    private static final Duration REPLY_WITHIN = Duration.ofSeconds(55);

    /** Whether a reply, which costs nothing, may still work. */
    boolean mayReply(Instant now) {
        return !replyToken.isEmpty() && now.isBefore(sentAt.plus(REPLY_WITHIN));
    }
}
