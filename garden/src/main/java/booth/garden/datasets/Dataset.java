package booth.garden.datasets;

import java.util.List;
import java.util.Optional;

/** A table, of which there is a page at a time. */
public interface Dataset {
    /** Their names, e.g. {@code USER_ID}. */
    List<String> columns();

    /**
     * @param after only rows behind this mark, of the page before; empty for the first
     * @param count of rows at most; a page may have fewer although another one follows
     */
    Page rows(String after, int count);

    /**
     * @param rows with a value for each column
     * @param next the mark for the following page; empty where this is the last
     */
    record Page(List<List<String>> rows, Optional<String> next) {
        public static final Page LAST = new Page(List.of(), Optional.empty());

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** A table that has nothing in it. */
    static Dataset empty(String... columns) {
        return new Dataset() {
            @Override
            public List<String> columns() {
                return List.of(columns);
            }

            @Override
            public Page rows(String after, int count) {
                return Page.LAST;
            }
        };
    }
}
