package booth.emulator.s3;

/** Somebody in this process who wants to hear of objects that are deleted, as surely as queues and functions do. */
public interface Removals {
    /** Whether it is to be told that this object is gone. */
    boolean concern(String bucket, String key);

    /** Called at least once, after the object was deleted; an exception has it called again. */
    void removed(String bucket, String key);
}
