package booth.notify;

/** Brings a message of the queue back soon, when what it is about did not work at once. */
interface Later {
    /** Throws nothing: then it comes back when its time is over. */
    void again(String receipt);
}
