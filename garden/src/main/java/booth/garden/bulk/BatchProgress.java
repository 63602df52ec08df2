package booth.garden.bulk;

import booth.core.job.ObjectStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far a batch is, as its notes tell.
 *
 * @param made numbers of the pictures that were made
 * @param failed numbers of those that will not come unless it is replayed
 */
record BatchProgress(Set<Integer> made, Set<Integer> failed) {
    static BatchProgress of(BatchKeys keys, ObjectStore garden) {
        Set<Integer> made = items(garden, keys.doneNotes());
        Set<Integer> failed = items(garden, keys.failureNotes());
        failed.removeAll(made); // a note that a later success had no time to take back
        return new BatchProgress(made, failed);
    }

    private static Set<Integer> items(ObjectStore garden, String prefix) {
        List<ObjectStore.Entry> notes = garden.list(prefix);
        Set<Integer> items = new HashSet<>();
        for (ObjectStore.Entry note : notes) if (BatchKeys.isNote(note.key())) items.add(BatchKeys.item(note.key()));
        return items;
    }
}
