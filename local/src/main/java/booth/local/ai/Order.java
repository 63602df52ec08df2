package booth.local.ai;

/** What a picture is to be painted of, whatever dialect asked for it. */
interface Order {
    String prompt();

    /** Of the first picture; each further one counts up. */
    long seed();

    int pictures();

    Format format();

    enum Format {
        PNG,
        JPEG
    }
}
