package booth.garden.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.ObjectStore;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PicturesChangedHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final String HAPPY = "emotions/happy/img_20261122-093000_1h.jpeg";
    private static final String SPRING = "emotions/happy/spring,sunny,day/img_20261122-093000_1v.jpeg";

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final List<String> log = new ArrayList<>();
    private final Set<PictureKey> came = new HashSet<>();
    private final Set<PictureKey> went = new HashSet<>();
    private final PicturesChangedHandler handler = new PicturesChangedHandler(
            store,
            new PictureListener() {
                @Override
                public void came(Set<PictureKey> pictures) {
                    came.addAll(pictures);
                }

                @Override
                public void went(Set<PictureKey> pictures) {
                    went.addAll(pictures);
                }
            },
            new JsonLog(log::add));

    private List<String> handle(String... bodies) {
        return handle(handler, bodies);
    }

    private static List<String> handle(PicturesChangedHandler handler, String... bodies) {
        SQSEvent event = new SQSEvent();
        List<SQSMessage> messages = new ArrayList<>();
        for (String body : bodies) {
            SQSMessage message = new SQSMessage();
            message.setMessageId("m" + messages.size());
            message.setBody(body);
            messages.add(message);
        }
        event.setRecords(messages);
        return handler.handleRequest(event, NoContext.get()).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static String put(String key) {
        return InMemoryPictures.event("ObjectCreated:Put", key, NOW);
    }

    private List<String> listed(String search) {
        return new Listings(store)
                .listing(Area.EMOTIONS, SearchKey.parse(search)).newestFirst().stream()
                        .map(PictureKey::key)
                        .toList();
    }

    @Test
    void keysOfThreeAndOfFourSegmentsAreListed() {
        store.write(HAPPY, new byte[1]);
        store.write(SPRING, new byte[1]);

        assertThat(handle(put(HAPPY), put(SPRING.replace(",", "%2C")))).isEmpty();
        assertThat(listed("happy")).containsExactly(HAPPY);
        assertThat(listed("happy/spring,sunny,day")).containsExactly(SPRING);
        assertThat(came).extracting(PictureKey::key).containsExactlyInAnyOrder(HAPPY, SPRING);
    }

    @Test
    void copiesAndPartsPutTogetherAreListedToo() {
        store.write(HAPPY, new byte[1]);
        store.write(SPRING, new byte[1]);
        handle(
                InMemoryPictures.event("ObjectCreated:Copy", HAPPY, NOW),
                InMemoryPictures.event("ObjectCreated:CompleteMultipartUpload", SPRING, NOW));

        assertThat(listed("happy")).containsExactly(HAPPY);
        assertThat(listed("happy/spring,sunny,day")).containsExactly(SPRING);
    }

    @Test
    void otherKeysHarmNoOtherMessageAndLeaveNothing() {
        store.write(HAPPY, new byte[1]);

        assertThat(handle(
                        put("emotions/a.jpeg"),
                        put("emotions/a/b/c/d.jpeg"),
                        put("emotions/../../x"),
                        put("emotions/..%2F../x.jpeg"),
                        put("emotions/happy/" + "x".repeat(1003) + ".jpeg"),
                        put("emotions/happy/a%0Ab.jpeg"),
                        put("emotions/happy/%252F.jpeg"),
                        put("emotions/undefined/undefined/a.png"),
                        "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"garden\"}",
                        put(HAPPY)))
                .isEmpty();
        assertThat(listed("happy")).containsExactly(HAPPY);
        assertThat(store.list("listings/")).hasSize(1);
    }

    @Test
    void keysAreDecodedOnce() {
        String korean = "emotions/행복/정원 하나+둘.jpeg";
        store.write(korean, new byte[1]);
        handle(put("emotions/%ED%96%89%EB%B3%B5/%EC%A0%95%EC%9B%90+%ED%95%98%EB%82%98%2B%EB%91%98.jpeg"));

        assertThat(listed("행복")).containsExactly(korean);
    }

    @Test
    void aDeletionLeavesNothingInAnyListing() {
        store.write(HAPPY, new byte[1]);
        handle(put(HAPPY));
        store.delete(HAPPY);
        handle(InMemoryPictures.event("ObjectRemoved:Delete", HAPPY, NOW));

        assertThat(listed("happy")).isEmpty();
        assertThat(new String(store.read("listings/emotions/happy/all.txt"))).isEmpty();
        assertThat(new PictureCounts(store).of(Area.EMOTIONS)).isEmpty();
        assertThat(went).extracting(PictureKey::key).containsExactly(HAPPY);
    }

    @Test
    void whatIsNoNotificationIsReportedAlone() {
        store.write(HAPPY, new byte[1]);

        assertThat(handle("not json", put(HAPPY))).containsExactly("m0");
        assertThat(listed("happy")).containsExactly(HAPPY);
    }

    /** As if the function died between the event and the listing: the message comes again. */
    @Test
    void aMessageWhoseListingCouldNotBeWrittenIsReportedAndTheNextTryMendsIt() {
        store.write(HAPPY, new byte[1]);
        store.write("emotions/sad/a.jpeg", new byte[1]);
        PicturesChangedHandler broken = new PicturesChangedHandler(
                new Unwritable(store, "listings/emotions/happy"), PictureListener.NOBODY, new JsonLog(log::add));

        assertThat(handle(broken, put(HAPPY), put("emotions/sad/a.jpeg"))).containsExactly("m0");
        assertThat(listed("sad")).hasSize(1);
        assertThat(handle(put(HAPPY))).isEmpty();
        assertThat(listed("happy")).containsExactly(HAPPY);
    }

    @Test
    void whoListensAndFailsIsToldAgain() {
        AtomicInteger calls = new AtomicInteger();
        store.write(HAPPY, new byte[1]);
        PicturesChangedHandler deaf = new PicturesChangedHandler(
                store,
                new PictureListener() {
                    @Override
                    public void came(Set<PictureKey> pictures) {
                        if (calls.incrementAndGet() <= 2) throw new IllegalStateException("throttled");
                    }

                    @Override
                    public void went(Set<PictureKey> pictures) {}
                },
                new JsonLog(log::add));

        assertThat(handle(deaf, put(HAPPY))).containsExactly("m0");
        assertThat(handle(deaf, put(HAPPY))).isEmpty();
    }

    private record Unwritable(ObjectStore store, String prefix) implements ObjectStore {
        @Override
        public java.util.Optional<Stored> find(String key) {
            return store.find(key);
        }

        @Override
        public void write(String key, byte[] bytes) {
            refuse(key);
            store.write(key, bytes);
        }

        @Override
        public boolean create(String key, byte[] bytes) {
            refuse(key);
            return store.create(key, bytes);
        }

        @Override
        public boolean replace(String key, byte[] bytes, String version) {
            refuse(key);
            return store.replace(key, bytes, version);
        }

        private void refuse(String key) {
            if (key.startsWith(prefix)) throw new IllegalStateException("killed");
        }

        @Override
        public boolean exists(String key) {
            return store.exists(key);
        }

        @Override
        public List<Entry> list(String prefix) {
            return store.list(prefix);
        }

        @Override
        public void delete(String key) {
            store.delete(key);
        }
    }
}
