package booth.garden.bulk;

import booth.core.Refused;
import booth.core.job.Seed;
import booth.garden.pictures.Area;
import java.util.List;
import java.util.Optional;

/**
 * What a gardener asks for: lines of prompts, each of which becomes a landscape and a portrait picture.
 *
 * @param area {@code imgPool}, also where it is not said, or {@code emotions}, where guests see the pictures at once
 * @param seed with which the same batch makes the same pictures
 * @param concurrency how many orders stand in the line at once, 1 to 40; 8 where it is not said
 */
record BatchRequest(List<BatchRow> rows, Optional<String> area, Optional<Seed> seed, Optional<Integer> concurrency) {
    /** An execution's history has room for these, with what is tried again. */
    static final int MOST_PICTURES = 1000;

    static final int PER_PROMPT = 2;

    private static final int MOST_ROWS = 200;
    private static final int MOST_AT_ONCE = 40; // of an inline Map
    private static final int USUALLY_AT_ONCE = 8;

    BatchRequest {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.size() > MOST_ROWS) throw invalid("It has 1 to " + MOST_ROWS + " 'rows'.");
        if (!area.map(one -> one.equals("imgPool") || one.equals("emotions")).orElse(true))
            throw invalid("'area' is imgPool or emotions.");
        int atOnce = concurrency.orElse(USUALLY_AT_ONCE);
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) throw invalid("'concurrency' is 1 to " + MOST_AT_ONCE + ".");
        long pictures = PER_PROMPT * rows.stream().mapToLong(BatchRow::count).sum();
        if (pictures > MOST_PICTURES)
            throw new Refused(
                    "BATCH_TOO_LARGE",
                    "It would make " + pictures + " pictures; a batch makes at most " + MOST_PICTURES
                            + ". Order it in parts.");
    }

    private static Refused invalid(String rule) {
        return new Refused("INVALID_BATCH", "This batch makes no sense. " + rule);
    }

    int pictures() {
        return PER_PROMPT * (int) rows.stream().mapToLong(BatchRow::count).sum();
    }

    Area target() {
        return area.filter("emotions"::equals).map(one -> Area.EMOTIONS).orElse(Area.POOL);
    }

    int atOnce() {
        return concurrency.orElse(USUALLY_AT_ONCE);
    }
}
