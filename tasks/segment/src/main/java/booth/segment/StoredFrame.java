package booth.segment;

import booth.core.JobFolder;

/** A frame where it lies: its bytes are fetched only by who needs them. */
record StoredFrame(JobFolder folder, String key) {
    byte[] bytes() {
        return folder.read(key);
    }
}
