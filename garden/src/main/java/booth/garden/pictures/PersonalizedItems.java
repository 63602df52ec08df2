package booth.garden.pictures;

import booth.garden.personalize.GardenItem;
import booth.garden.personalize.PersonalizeDatasets;
import java.time.InstantSource;
import java.util.Set;

/**
 * Tells Amazon Personalize of pictures that guests may see. It takes none back; what it recommends that is gone is not
 * shown.
 */
final class PersonalizedItems implements PictureListener {
    private final PersonalizeDatasets datasets;
    private final InstantSource clock;

    PersonalizedItems(PersonalizeDatasets datasets, InstantSource clock) {
        this.datasets = datasets;
        this.clock = clock;
    }

    @Override
    public void came(Set<PictureKey> pictures) {
        datasets.putItems(pictures.stream()
                .filter(picture -> picture.area() == Area.EMOTIONS)
                .sorted(PictureKey.NEWEST_FIRST)
                .map(picture -> new GardenItem(
                        picture.key(),
                        picture.searchKey().text(),
                        picture.paintedAt().orElseGet(clock::instant)))
                .toList());
    }

    @Override
    public void went(Set<PictureKey> pictures) {
        // Personalize has no way to be told
    }

    @Override
    public void prime() {
        datasets.prime();
    }
}
