package booth.generate;

import booth.core.Json;
import booth.core.Primed;
import booth.core.job.ObjectStore;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Where the garden is told that the picture of a dead letter will not come, however broken the letter may be. */
final class FailureNotes implements Primed {
    private final ObjectStore garden;

    FailureNotes(ObjectStore garden) {
        this.garden = garden;
    }

    @Override
    public void prime() {
        garden.prime();
    }

    /** Leaves a note where the letter's order says; false where it says nothing that makes sense. */
    boolean leave(JsonNode letter, TaskCallback.Failure failure) {
        Optional<String> key = noteOf(letter);
        key.ifPresent(note -> garden.write(note, Json.bytes(failure)));
        return key.isPresent();
    }

    private Optional<String> noteOf(JsonNode letter) {
        return switch (letter.path("kind").asText()) {
            case TextOrder.KIND ->
                noteOf(letter.path("failureKey").asText(), letter.path("key").asText());
            case PlannedOrder.KIND -> planned(letter);
            default -> Optional.empty();
        };
    }

    private static Optional<String> noteOf(String named, String picture) {
        if (GardenKeys.isNote(named)) return Optional.of(named);
        return Optional.of(picture).filter(GardenKeys::isPicture).map(GardenKeys::failure);
    }

    private Optional<String> planned(JsonNode letter) {
        try {
            PlannedOrder order = Json.MAPPER.treeToValue(letter, PlannedOrder.class);
            return Optional.of(order.lookUp(garden).failureNote());
        } catch (JacksonException | IllegalArgumentException | ObsoleteOrder e) {
            return Optional.empty(); // its branch is told all the same
        }
    }
}
