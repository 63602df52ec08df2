package booth.emulator.s3;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Writes down what was done. */
record Listener(ConcurrentLinkedQueue<ObjectEvent> events) implements WriteListener {
    @Override
    public String before(ObjectEvent event) {
        return "";
    }

    @Override
    public void after(String note, ObjectEvent event) {
        events.add(event);
    }

    @Override
    public void never(String note) {}
}
