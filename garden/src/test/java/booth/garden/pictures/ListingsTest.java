package booth.garden.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.InMemoryObjectStore;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingsTest {
    private static final SearchKey HAPPY = SearchKey.parse("happy");
    private static final PictureKey ONE = picture("happy", 1);
    private static final PictureKey TWO = picture("happy", 2);

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Listings listings = new Listings(store);

    private static PictureKey picture(String search, int index) {
        return PictureKey.painted(
                Area.EMOTIONS,
                SearchKey.parse(search),
                Instant.parse("2026-11-22T09:30:00Z"),
                index,
                Orientation.LANDSCAPE);
    }

    private void put(PictureKey... pictures) {
        for (PictureKey picture : pictures) store.write(picture.key(), new byte[1]);
    }

    private List<PictureKey> listed(Listings who) {
        return who.listing(Area.EMOTIONS, HAPPY).newestFirst();
    }

    @Test
    void aListingIsMadeOfTheKeysInTheBucketWhereThereIsNone() {
        put(ONE, TWO, picture("happy/spring,sunny,day", 3), picture("sad", 4));
        store.write("emotions/happy/readme.txt", new byte[1]);

        assertThat(listed(listings)).containsExactly(ONE, TWO);
        assertThat(store.exists("listings/emotions/happy/all.txt")).isTrue();
    }

    /** Else the next answer, which is of the listing that was written, would take pictures away again. */
    @Test
    void ofTwoWhoMakeAListingAtOnceBothShowTheOneThatIsKept() {
        put(ONE, TWO);
        Interrupted late = new Interrupted(store, key -> {});
        late.beforeCreate = () -> store.write("listings/emotions/happy/all.txt", ListingFile.bytes(List.of(ONE)));
        Listings slower = new Listings(late);

        assertThat(listed(slower)).containsExactly(ONE);
        assertThat(listed(listings)).containsExactly(ONE);
    }

    @Test
    void whoAsksForWhatNeverWasLeavesNothingBehind() {
        assertThat(listed(listings)).isEmpty();
        assertThat(store.list("")).isEmpty();
    }

    @Test
    void aFavouriteHasAListingOfItsOwn() {
        PictureKey spring = picture("happy/spring,sunny,day", 3);
        put(ONE, spring);
        listings.refresh(List.of(ONE, spring));

        assertThat(listings.listing(Area.EMOTIONS, SearchKey.parse("happy/spring,sunny,day"))
                        .newestFirst())
                .containsExactly(spring);
        assertThat(listed(listings)).containsExactly(ONE);
        assertThat(new PictureCounts(store).of(Area.EMOTIONS)).containsOnlyKeys("happy", "happy/spring,sunny,day");
        assertThat(new PictureCounts(store).of(Area.POOL)).isEmpty();
    }

    @Test
    void whatWasRemovedIsGoneFromACachedListingOnceItsEventIsHandled() {
        put(ONE, TWO);
        Listings another = new Listings(store);
        assertThat(listed(listings)).hasSize(2);

        store.delete(ONE.key());
        another.refresh(List.of(ONE));

        assertThat(listed(listings)).containsExactly(TWO);
    }

    @Test
    void eventsInTheWrongOrderAndTwiceChangeNothing() {
        put(ONE);
        listings.refresh(List.of(ONE)); // put
        store.delete(ONE.key());
        put(ONE);
        listings.refresh(List.of(ONE)); // the second put
        listings.refresh(List.of(ONE)); // deleted, late
        listings.refresh(List.of(ONE)); // put, again

        assertThat(listed(listings)).containsExactly(ONE);
    }

    @Test
    void aListingThatIsUpToDateIsNotWrittenAgain() {
        put(ONE);
        listings.refresh(List.of(ONE));
        Optional<ObjectStore.Stored> before = store.find("listings/emotions/happy/all.txt");
        listings.refresh(List.of(ONE));

        assertThat(store.find("listings/emotions/happy/all.txt").map(ObjectStore.Stored::version))
                .isEqualTo(before.map(ObjectStore.Stored::version));
    }

    /** Who read the old listing and asked for the picture before it went must not write it back. */
    @Test
    void aPictureThatGoesWhileItsComingIsHandledStaysGone() {
        put(TWO);
        listings.refresh(List.of(TWO));
        put(ONE);
        AtomicBoolean meanwhile = new AtomicBoolean();
        Listings slow = new Listings(new Interrupted(store, key -> {
            if (key.equals(ONE.key()) && meanwhile.compareAndSet(false, true)) {
                store.delete(ONE.key());
                listings.refresh(List.of(ONE));
                put(picture("happy", 3));
                listings.refresh(List.of(picture("happy", 3)));
            }
        }));
        slow.refresh(List.of(ONE));

        assertThat(meanwhile).isTrue();
        assertThat(listed(listings)).containsExactly(TWO, picture("happy", 3));
    }

    /** The same while a listing is being made of the bucket's keys by somebody who only wanted to read. */
    @Test
    void aPictureThatGoesWhileAReaderMakesTheListingStaysGone() {
        put(ONE);
        AtomicBoolean meanwhile = new AtomicBoolean();
        Interrupted slow = new Interrupted(store, key -> {});
        slow.beforeCreate = () -> {
            if (meanwhile.compareAndSet(false, true)) {
                store.delete(ONE.key());
                listings.refresh(List.of(ONE));
            }
        };
        new Listings(slow).listing(Area.EMOTIONS, HAPPY);

        assertThat(meanwhile).isTrue();
        assertThat(listed(listings)).isEmpty();
    }

    /** So many that the bucket is listed rather than asked about each, with favourites among them. */
    @Test
    void aFloodOfPicturesIsListedAndSteppedOverIsWhatLiesDeeper() {
        List<PictureKey> many = IntStream.range(0, 2500)
                .mapToObj(i -> PictureKey.of("emotions/happy/" + (10_000 + i) + "h.jpeg"))
                .toList();
        put(many.toArray(PictureKey[]::new));
        for (int i = 0; i < 50; i++) store.write("emotions/happy/12000h/" + i + ".jpeg", new byte[1]);
        for (int i = 0; i < 50; i++) store.write("emotions/happy/spring,sunny,day/" + i + ".jpeg", new byte[1]);
        listings.refresh(many.subList(0, 1));
        assertThat(listed(listings)).hasSize(2500);
        store.delete(many.get(7).key());

        assertThat(listings.refresh(many)).hasSize(2499);
        assertThat(listed(listings)).hasSize(2499).doesNotContain(many.get(7));
    }

    @Test
    void manyWritersLoseNothing() throws Exception {
        List<PictureKey> pictures =
                IntStream.range(0, 200).mapToObj(i -> picture("happy", i)).toList();
        put(pictures.toArray(PictureKey[]::new));
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> running = pictures.stream()
                    .<Future<?>>map(one -> writers.submit(() -> new Listings(store).refresh(List.of(one))))
                    .toList();
            for (Future<?> one : running) one.get();
        } finally {
            writers.shutdownNow();
        }
        assertThat(listed(listings)).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void aHiddenPictureIsSeenAgainWhenItIsPutAgain() {
        put(ONE, TWO);
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        new Gardener(store, InMemoryPictures.copies(store), listings, () -> now).hide(ONE);
        assertThat(listed(listings)).containsExactly(TWO);
        listings.rebuild(Area.EMOTIONS);
        assertThat(listed(listings)).containsExactly(TWO);
        PicturesChanged events = new PicturesChanged(store, PictureListener.NOBODY);

        events.follow(List.of(new PictureEvent(ONE, Optional.of(now.minusSeconds(60)))));
        assertThat(listed(listings)).as("a late event of the first put").containsExactly(TWO);

        events.follow(List.of(new PictureEvent(ONE, Optional.of(now.plusSeconds(60)))));
        assertThat(listed(listings)).containsExactly(ONE, TWO);
    }

    @Test
    void whatWasRemovedLeavesNoMarkerBehind() {
        put(ONE);
        Gardener gardener = new Gardener(store, InMemoryPictures.copies(store), listings, Instant::now);
        gardener.hide(ONE);
        gardener.remove(List.of(ONE));

        assertThat(store.list("hidden/")).isEmpty();
        put(ONE);
        listings.refresh(List.of(ONE));
        assertThat(listed(listings)).containsExactly(ONE);
    }

    @Test
    void everythingIsMadeAnewOfTheBucketAlone() {
        put(ONE, picture("sad/winter,snowy,day", 1));
        store.write("listings/emotions/happy/all.txt", "img_19990101-000000_1h.jpeg".getBytes());
        store.write("listings/emotions/angry/all.txt", "img_19990101-000000_1h.jpeg".getBytes());

        assertThat(listings.rebuild(Area.EMOTIONS)).isEqualTo(2);
        assertThat(listed(listings)).containsExactly(ONE);
        assertThat(new PictureCounts(store).of(Area.EMOTIONS)).containsOnlyKeys("happy", "sad/winter,snowy,day");
    }
}
