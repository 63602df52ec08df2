package booth.generate;

import java.util.concurrent.atomic.AtomicInteger;

/** A text-to-image model wherever it is offered: its places take turns, and stand in for each other. */
final class PlacedTextModel implements TextToImageModel {
    private final TextDialect dialect;
    private final ModelPlaces places;
    private final AtomicInteger turn = new AtomicInteger();

    PlacedTextModel(TextDialect dialect, ModelPlaces places) {
        this.dialect = dialect;
        this.places = places;
    }

    @Override
    public void prime() {
        places.prime();
    }

    @Override
    public byte[] paint(Wish wish) {
        return places.ask(dialect.request(wish), turn.getAndIncrement(), dialect::picture);
    }
}
