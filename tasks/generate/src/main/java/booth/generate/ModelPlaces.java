package booth.generate;

import booth.core.Busy;
import booth.core.Primed;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The places where one model is offered. A request begins at one of them and goes on to the next where a place is
 * throttling or out of order, wrapping around. Where a picture may have been painted, and only its answer was lost,
 * nobody else is asked: the order waits in its queue as it does while the model is busy.
 */
final class ModelPlaces implements Primed {
    private final List<? extends ModelPlace> places;

    /** @param setting that names them, for who sets none */
    ModelPlaces(String setting, List<? extends ModelPlace> places) {
        if (places.isEmpty()) throw new IllegalArgumentException(setting + ".");
        this.places = List.copyOf(places);
    }

    @Override
    public void prime() {
        RuntimeException failure = null;
        for (ModelPlace place : places) {
            try {
                place.prime();
            } catch (Busy | IllegalStateException e) {
                if (failure != null) e.addSuppressed(failure);
                failure = e;
            }
        }
        if (failure != null) throw failure;
    }

    /**
     * @param first which place is asked first, from 0; more than there are begin again with the first
     * @param picture takes it out of an answer; what it throws counts as the place's own word
     * @throws Busy when every place is, or when one may have painted
     */
    byte[] ask(byte[] request, int first, Function<JsonNode, byte[]> picture) {
        Busy busy = null;
        for (int i = 0; i < places.size(); i++) {
            ModelPlace place = places.get(Math.floorMod(first + i, places.size()));
            try {
                return picture.apply(place.invoke(request));
            } catch (Busy e) {
                if (mayBeBilled(e)) throw e;
                if (busy != null) e.addSuppressed(busy);
                busy = e;
            }
        }
        throw new Busy("Every region is busy", Objects.requireNonNull(busy));
    }

    /** Whoever loses an answer pays all the same; asking the next place at once would pay twice. */
    private static boolean mayBeBilled(Busy e) {
        return !Unpaid.isProvenBy(Objects.requireNonNull(e.getCause()));
    }
}
