package booth.emulator.websocket;

/**
 * What clients may take of a WebSocket API.
 *
 * @param perAddress connections
 * @param admissions how many clients may ask at once whether they may connect; each holds a thread of the server
 * @param calls how many messages and departures are told to functions at once; each holds two threads
 * @param waiting how many messages may wait for that
 */
record Limits(int perAddress, int admissions, int calls, int waiting) {
    /** Of a hall full of people behind one address; a page that is refused comes again, and polls meanwhile. */
    static final Limits DEFAULT = new Limits(500, 100, 16, 500);
}
