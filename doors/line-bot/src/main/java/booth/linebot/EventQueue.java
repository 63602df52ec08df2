package booth.linebot;

import booth.core.Primed;

/** Where events wait for the worker: those of a chat in their order, and each once. */
interface EventQueue extends Primed {
    /**
     * @param chat whose events keep their order
     * @param id two of the same are one
     * @throws booth.core.Busy when it may work later
     */
    void send(String chat, String id, String event);
}
