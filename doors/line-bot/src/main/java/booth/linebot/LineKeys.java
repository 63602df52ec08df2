package booth.linebot;

import booth.core.job.JobId;
import booth.core.job.JobKeys;

/**
 * Where the bot keeps what it must know, all of it in the jobs bucket. What belongs to a job lies in its folder and goes
 * with it; the rest, under {@code line-bot/}, names no user and expires as jobs do.
 */
final class LineKeys {
    private static final String ROOT = "line-bot/";

    private LineKeys() {}

    /** To whom a job's pictures go. */
    static String note(JobId job) {
        return JobKeys.folder(job) + "line.json";
    }

    /** What its guest was sent. */
    static String told(JobId job) {
        return JobKeys.folder(job) + "line-told.json";
    }

    /** A picture as it shows in the chat, counted from 1. */
    static String preview(JobId job, int index) {
        return JobKeys.folder(job) + "preview_" + index + ".jpeg";
    }

    /** The job of the photo in a message. */
    static String event(String messageId) {
        return ROOT + "events/" + messageId + ".json";
    }

    static String jobsOf(String owner) {
        return ROOT + "users/" + owner + "/";
    }

    static String jobOf(String owner, JobId job) {
        return jobsOf(owner) + job;
    }

    static String choice(String guest) {
        return ROOT + "choices/" + guest + ".json";
    }
}
