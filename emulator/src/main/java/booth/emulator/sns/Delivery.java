package booth.emulator.sns;

/** One way to bring a message to a subscriber. */
@FunctionalInterface
interface Delivery {
    /** Throws any exception when the subscriber did not take it; it will be tried again. */
    void deliver(Subscription subscription, Notification notification) throws Exception;
}
