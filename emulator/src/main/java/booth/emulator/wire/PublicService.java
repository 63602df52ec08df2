package booth.emulator.wire;

import io.javalin.http.Context;

/** Whoever answers what is for no service of AWS: anybody's requests, without a signature. */
public interface PublicService {
    /** Nobody does: such a request is an unknown operation. */
    PublicService NOBODY = new PublicService() {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public boolean has(String path) {
            return false;
        }

        @Override
        public void answer(Context request) {
            throw new IllegalStateException("Nobody is there.");
        }
    };

    /** Whether it answers at all by now; services are there before they are deployed into. */
    boolean isThere();

    /**
     * Whether it knows this path by name, percent signs and all, and not only takes whatever comes. A browser that asks
     * beforehand whether it may write means this service then, and a bucket otherwise.
     */
    boolean has(String path);

    void answer(Context request);
}
