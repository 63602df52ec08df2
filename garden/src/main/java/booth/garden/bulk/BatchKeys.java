package booth.garden.bulk;

import java.util.Locale;
import java.util.regex.Pattern;

/** The objects of one batch. Its progress is what stands in its folder; nothing is counted. */
record BatchKeys(BatchId id) {
    static final String RECORDS = "batches/records/";

    private static final Pattern NOTE = Pattern.compile(".*/\\d{1,9}\\.json");

    String record() {
        return RECORDS + id.slot() + ".json";
    }

    private String folder() {
        return "batches/work/" + id.slot() + "/";
    }

    /** All orders of one attempt. */
    String plan(int attempt) {
        return folder() + "plan-" + attempt + ".json";
    }

    /** Begins the keys of notes about pictures that were made. */
    String doneNotes() {
        return folder() + "done/";
    }

    String done(int item) {
        return doneNotes() + number(item);
    }

    /** Begins the keys of notes about pictures that will not come. */
    String failureNotes() {
        return folder() + "failed/";
    }

    String failed(int item) {
        return failureNotes() + number(item);
    }

    /** Stands there once an attempt was canceled. */
    String canceled(int attempt) {
        return folder() + "canceled-" + attempt + ".json";
    }

    /** How an attempt ended. */
    String ended(int attempt) {
        return folder() + "ended-" + attempt + ".json";
    }

    private static String number(int item) {
        return String.format(Locale.ROOT, "%05d.json", item);
    }

    /** Whether a key is that of a note, and not of something that is still on its way into a bucket. */
    static boolean isNote(String key) {
        return NOTE.matcher(key).matches();
    }

    /** Which picture a note is about. */
    static int item(String note) {
        return Integer.parseInt(note.substring(note.lastIndexOf('/') + 1, note.length() - ".json".length()));
    }
}
