package booth.garden.taste;

import booth.garden.pictures.PictureKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that no picture of a list starves: every {@value #EVERY} answers the one that has waited longest is among the
 * first. A picture that comes stands at the end of the line, so at most all others of the list stand before it: it waits
 * for {@code EVERY × n} answers at most, n being the length of the list when it came.
 */
final class Turns {
    static final int EVERY = 4;

    private final Set<PictureKey> line = new LinkedHashSet<>();
    private int answers;

    /**
     * The picture whose turn it is, in every fourth answer.
     *
     * @param there in the order in which they are to get their first turn
     */
    Optional<PictureKey> next(List<PictureKey> there) {
        if (line.size() > there.size() || !line.containsAll(there)) { // rare: pictures came or went
            line.retainAll(Set.copyOf(there));
            line.addAll(there);
        }
        if (++answers % EVERY != 0) return Optional.empty();
        return Optional.of(line.iterator().next());
    }

    /** They have been seen: to the end of the line. */
    void served(Collection<PictureKey> first) {
        line.removeAll(Set.copyOf(first));
        line.addAll(first);
    }
}
