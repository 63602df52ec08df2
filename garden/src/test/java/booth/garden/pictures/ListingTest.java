package booth.garden.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingTest {
    private final Listing ten = new Listing(
            "1", IntStream.rangeClosed(1, 10).mapToObj(ListingTest::picture).toList());

    private static PictureKey picture(int index) {
        return PictureKey.of("emotions/happy/img_20260101-000000_" + index + "h.jpeg");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsAndEnd() {
        List<PictureKey> all = new ArrayList<>();
        Optional<PictureKey> from = Optional.empty();
        do {
            Listing.Page page = ten.page(from, 3);
            all.addAll(page.pictures());
            from = page.next();
        } while (from.isPresent());
        assertThat(all).isEqualTo(ten.newestFirst());
    }

    @Test
    void aPictureThatWasRemovedBetweenTwoPagesLosesNoOther() {
        List<PictureKey> left = new ArrayList<>(ten.newestFirst());
        PictureKey next = ten.page(Optional.empty(), 3).next().orElseThrow();
        left.remove(next);
        assertThat(new Listing("2", left).page(Optional.of(next), 2).pictures())
                .containsExactly(picture(5), picture(6));
    }

    @Test
    void anEmptyListingHasOneEmptyPage() {
        assertThat(Listing.EMPTY.page(Optional.empty(), 50)).isEqualTo(new Listing.Page(List.of(), Optional.empty()));
    }
}
