package booth.garden.visitors;

import booth.core.Refused;
import booth.garden.taste.GuestId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a booth has called out: {@code POST /redis}.
 *
 * @param userId as the guest is called on screens
 * @param message of a broadcast
 * @param query is taken from existing clients, and not looked at
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Greeting(GuestId userId, State state, Optional<String> message, Optional<String> query) {
    enum State {
        START_PHOTO("start-photo"),
        END_PHOTO("end-photo"),
        BROADCAST("broadcast"),
        START("start"),
        END("end");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @JsonCreator
        static State of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            "INVALID_STATE",
                            "The state is start-photo, end-photo, broadcast, start or end, not '" + word + "'."));
        }

        @JsonValue
        String word() {
            return word;
        }
    }

    Greeting {
        if (state == State.BROADCAST) Words.require(message.orElse(""));
    }

    /** Whether what is called out is the caller's own words. */
    boolean isBroadcast() {
        return state == State.BROADCAST;
    }

    /** What is called out; only a broadcast's words are the caller's. */
    String words() {
        return switch (state) {
            case START_PHOTO -> "Welcome, " + userId.value() + "!";
            case END_PHOTO -> "Goodbye, " + userId.value() + "!";
            case BROADCAST -> message.orElseThrow();
            case START -> "The game begins.";
            case END -> "The game is over.";
        };
    }
}
