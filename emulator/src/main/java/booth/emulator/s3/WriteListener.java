package booth.emulator.s3;

/** Is told of every write of an object: before, so that it cannot be forgotten, and after. */
interface WriteListener {
    /**
     * The write begins; size and ETag are not known yet. Called on the writer's thread while the key is locked: be quick.
     *
     * @return the name of this note
     */
    String before(ObjectEvent event);

    /** It was done. Same thread, same lock. */
    void after(String note, ObjectEvent event);

    /** It was not done. */
    void never(String note);
}
