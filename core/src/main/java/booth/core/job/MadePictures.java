package booth.core.job;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which of a job's pictures lie in its folder, whoever waited for them and however long ago.
 *
 * @param ordered how many there will be, as far as is known: none yet where that depends on faces nobody has found
 * @param keys of those that are there, by their index, from 1
 */
public record MadePictures(int ordered, SortedMap<Integer, String> keys) {
    public MadePictures {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    }

    /** Looks into a job's folder. */
    public static MadePictures of(Job job, ObjectStore folder) {
        int ordered = ordered(job, folder);
        Set<String> files = folder.list(JobKeys.folder(job.jobId())).stream()
                .map(ObjectStore.Entry::key)
                .collect(Collectors.toSet());
        Map<Integer, String> there = IntStream.rangeClosed(1, ordered)
                .boxed()
                .filter(index -> files.contains(job.keys().picture(index)))
                .collect(Collectors.toMap(index -> index, index -> job.keys().picture(index)));
        return new MadePictures(ordered, new TreeMap<>(there));
    }

    private static int ordered(Job job, ObjectStore folder) {
        PictureMode mode = job.request().pictureMode();
        if (mode == PictureMode.TOGETHER) return mode.pictures(0);
        return Faces.find(job.jobId(), folder)
                .map(found -> mode.pictures(found.faces().size()))
                .orElse(0);
    }

    /** From 1, in order. */
    public List<Integer> indexes() {
        return List.copyOf(keys.keySet());
    }

    /** Whether none is missing; never where nobody can say how many there should be. */
    public boolean complete() {
        return ordered > 0 && missing().isEmpty();
    }

    public List<Integer> missing() {
        return IntStream.rangeClosed(1, ordered)
                .boxed()
                .filter(index -> !keys.containsKey(index))
                .toList();
    }

    /** The picture's key, if it is there. */
    public Optional<String> key(int index) {
        return Optional.ofNullable(keys.get(index));
    }
}
