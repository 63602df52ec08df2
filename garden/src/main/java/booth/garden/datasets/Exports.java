package booth.garden.datasets;

import booth.core.Refused;
import booth.garden.Origin;
import booth.http.Answer;
import booth.http.Call;
import booth.http.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The tables as CSV: column names even where there are no rows, and as many calls as there are pages. */
public final class Exports {
    /** Rows of an answer; with the longest keys they fill a third of what an answer takes. */
    static final int PAGE = 5000;

    private static final String ENDING = ".csv";

    private final Map<String, Dataset> datasets;

    /** @param datasets by name, e.g. {@code items} */
    public Exports(Map<String, Dataset> datasets) {
        this.datasets = Map.copyOf(datasets);
    }

    public Map<String, Operation> operations() {
        return Map.of("exportDataset", new Operation.Keyed((call, key) -> export(call)));
    }

    private Answer export(Call call) {
        String file = call.path().getOrDefault("file", "");
        Dataset dataset = Optional.of(file)
                .filter(name -> name.endsWith(ENDING))
                .flatMap(name -> Optional.ofNullable(datasets.get(name.substring(0, name.length() - ENDING.length()))))
                .orElseThrow(() -> new Refused(
                        "NO_SUCH_DATASET", "There are users.csv, items.csv and interactions.csv, not '" + file + "'."));
        String after = call.request().query("after").orElse("");
        Dataset.Page page = dataset.rows(after, PAGE);
        String header = after.isEmpty() ? Csv.line(dataset.columns()) : "";
        Answer answer = new Answer(
                200,
                Map.of("content-type", "text/csv; charset=utf-8", "cache-control", "no-store"),
                header + Csv.lines(page.rows()));
        return page.next()
                .map(mark -> answer.with(Map.of("link", "<" + next(call, mark) + ">; rel=\"next\"")))
                .orElse(answer);
    }

    private static String next(Call call, String mark) {
        return Origin.of(call.request()).url(call.request().path().substring(1)) + "?after="
                + URLEncoder.encode(mark, StandardCharsets.UTF_8);
    }
}
