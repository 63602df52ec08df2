package booth.notify;

/** Open connections of guests and booths. */
interface Stream {
    enum Delivery {
        SENT,
        /** The connection is closed for good. */
        GONE,
        /** This time it did not work; the next change may get through. */
        FAILED
    }

    /** Sends one message; throws nothing, for the other connections have done no wrong. */
    Delivery send(String connectionId, byte[] json);

    /** Closes a connection, if it is open; its client finds out why when it tries to connect again. */
    Delivery close(String connectionId);
}
