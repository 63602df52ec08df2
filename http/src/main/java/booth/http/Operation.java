package booth.http;

import booth.core.access.BoothKey;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is done for one {@code operationId}. */
public sealed interface Operation {
    /** For everybody. */
    record Open(Function<Call, Answer> work) implements Operation {
        @Override
        public KeyUse key() {
            return KeyUse.NONE;
        }
    }

    /** For everybody; for the booth whose key is sent, where one is. */
    record OptionalKey(BiFunction<Call, Optional<BoothKey>, Answer> work) implements Operation {
        @Override
        public KeyUse key() {
            return KeyUse.OPTIONAL;
        }
    }

    /** For the holder of a booth's key. */
    record Keyed(BiFunction<Call, BoothKey, Answer> work) implements Operation {
        @Override
        public KeyUse key() {
            return KeyUse.REQUIRED;
        }
    }

    /** For the holder of a booth's key, and for the guest whose job it is. */
    record Guests(BiFunction<Call, BoothKey, Answer> keyed, BiFunction<Call, GuestToken, Answer> guests)
            implements Operation {
        @Override
        public KeyUse key() {
            return KeyUse.REQUIRED;
        }
    }

    KeyUse key();
}
