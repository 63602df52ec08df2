package booth.garden.taste;

import booth.garden.Gender;
import booth.garden.Generation;
import java.util.Optional;

/** Who looks, as far as taste is concerned; what is not known of somebody is a class of its own. */
public record Context(Optional<Generation> generation, Optional<Gender> gender) {
    /** Of whom nothing is known. */
    public static final Context UNKNOWN = new Context(Optional.empty(), Optional.empty());

    static final int GENDERS = Gender.values().length + 1;
    static final int GENERATIONS = Generation.values().length + 1;
    /** How many different ones there are. */
    static final int CELLS = GENERATIONS * GENDERS;

    /** A number of its own, from 0. */
    int cell() {
        return row() * GENDERS + column();
    }

    /** The generation's number, 0 where it is not known. */
    int row() {
        return generation.map(known -> known.ordinal() + 1).orElse(0);
    }

    /** The gender's number, 0 where it is not known. */
    int column() {
        return gender.map(known -> known.ordinal() + 1).orElse(0);
    }
}
