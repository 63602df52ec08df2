package booth.local.line;

import java.util.Optional;

/** Photos that were sent as messages, the newest of them; a bot that comes late finds the older ones gone, as on LINE. */
final class Contents {
    private static final int MOST = 100;
    private static final long MOST_BYTES = 96L << 20;

    private final Newest<byte[]> photos = new Newest<>(MOST);

    void put(String messageId, byte[] photo) {
        photos.put(messageId, photo.clone());
        while (bytes() > MOST_BYTES) photos.oldest().ifPresent(photos::remove);
    }

    private long bytes() {
        return photos.all().stream().mapToLong(photo -> photo.length).sum();
    }

    Optional<byte[]> find(String messageId) {
        return photos.find(messageId);
    }

    void forget(String messageId) {
        photos.remove(messageId);
    }
}
