package booth.garden.taste;

import booth.core.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The tally of all likes up to one of them, as it is kept: JSON, packed.
 *
 * @param through the key of the last like that is counted in it; empty for none
 * @param tally to be counted on with by whoever has read it
 */
record Snapshot(String through, Tally tally) {
    static final String KEY = "taste/snapshot.json.gz";

    private static final int MOST_BYTES = 256 * 1024 * 1024; // a file made to hurt unpacks to a thousand times its size

    /** What stands in the file; numbers of pictures as {@link Arm#pack} has them. */
    record File(
            String through, long likes, byte[] crowd, Map<LocalDate, long[]> pairs, Map<String, float[]> pictures) {}

    static Snapshot none() {
        return new Snapshot("", new Tally());
    }

    byte[] bytes() {
        Map<LocalDate, long[]> pairs = new TreeMap<>();
        tally.pairs()
                .forEach((day, known) ->
                        pairs.put(day, known.stream().mapToLong(Long::longValue).toArray()));
        Map<String, float[]> pictures = new LinkedHashMap<>();
        tally.arms().forEach((picture, arm) -> pictures.put(picture, arm.pack()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            Json.MAPPER.writeValue(
                    packed, new File(through, tally.likes(), tally.crowd().toByteArray(), pairs, pictures));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException for what {@link #bytes} never made */
    static Snapshot read(byte[] bytes) {
        try (GZIPInputStream open = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unpacked = open.readNBytes(MOST_BYTES);
            return of(Json.read(KEY, unpacked, File.class));
        } catch (IOException e) {
            throw new IllegalArgumentException(KEY + " cannot be unpacked", e);
        }
    }

    private static Snapshot of(File file) {
        Map<String, Arm> arms = new HashMap<>();
        file.pictures().forEach((picture, packed) -> arms.put(picture, Arm.unpack(packed)));
        TreeMap<LocalDate, Set<Long>> pairs = new TreeMap<>();
        file.pairs().forEach((day, known) -> {
            Set<Long> set = new HashSet<>();
            for (long one : known) set.add(one);
            pairs.put(day, set);
        });
        return new Snapshot(file.through(), new Tally(arms, pairs, BitSet.valueOf(file.crowd()), file.likes()));
    }
}
