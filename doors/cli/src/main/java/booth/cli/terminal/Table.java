package booth.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Columns of text. Each is as wide as its widest cell; the last one takes what is left of the terminal's line and is cut
 * off there. Where nobody watches nothing is.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final int LEAST = 12;

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        rows.add(List.of(head));
    }

    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    public List<String> lines(OptionalInt columns) {
        int last = rows.get(0).size() - 1;
        int[] widths = IntStream.range(0, last)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        int before = IntStream.of(widths).sum() + last * GAP.length();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < last; column++)
                line.append(row.get(column))
                        .append(" ".repeat(widths[column] - row.get(column).length()))
                        .append(GAP);
            String rest = row.get(last);
            line.append(columns.isPresent() ? cut(rest, Math.max(LEAST, columns.getAsInt() - before)) : rest);
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** At most {@code length} characters; what is longer ends in an ellipsis. */
    public static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
