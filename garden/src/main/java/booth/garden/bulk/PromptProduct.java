package booth.garden.bulk;

import booth.garden.pictures.SearchKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes prompts of lines: of lists every combination, each with the next of the emotion's templates; as many as the
 * product of the lists' sizes. The same lines always make the same prompts in the same order.
 */
final class PromptProduct {
    private static final String NONE = "";

    private final PromptTemplates templates;

    PromptProduct(PromptTemplates templates) {
        this.templates = templates;
    }

    List<GardenPrompt> of(List<BatchRow> rows) {
        List<GardenPrompt> prompts = new ArrayList<>();
        for (BatchRow row : rows) {
            List<GardenPrompt> once = row.isText() ? List.of(text(row)) : combinations(row);
            for (GardenPrompt prompt : once)
                prompts.addAll(Collections.nCopies(row.repeats().orElse(1), prompt));
        }
        return prompts;
    }

    private static GardenPrompt text(BatchRow row) {
        return new GardenPrompt(
                new SearchKey(row.emotion().word(), row.favorite()),
                PromptText.of(
                        Stream.of(row.emotionText().orElse(NONE), row.favorite().orElse(NONE), others(row))));
    }

    private List<GardenPrompt> combinations(BatchRow row) {
        List<String> cycle = templates.of(row.emotion());
        List<GardenPrompt> prompts = new ArrayList<>();
        for (String season : values(row.seasons()))
            for (String weather : values(row.weathers()))
                for (String time : values(row.times()))
                    for (String animal : values(row.animals())) {
                        Map<String, String> tokens = new LinkedHashMap<>();
                        tokens.put("[EMOTION]", row.emotion().word());
                        tokens.put("[ANIMAL]", animal);
                        tokens.put("[WEATHER]", weather);
                        tokens.put("[SEASON]", season);
                        tokens.put("[TIME]", time);
                        String template = cycle.get(prompts.size() % cycle.size());
                        prompts.add(new GardenPrompt(
                                search(row, season, weather, time),
                                PromptText.of(Stream.of(
                                        PromptText.tidy(PromptTemplates.fill(template, tokens)), others(row)))));
                    }
        return prompts;
    }

    private static SearchKey search(BatchRow row, String season, String weather, String time) {
        return new SearchKey(
                row.emotion().word(),
                Optional.of(String.join(",", season, weather, time)).filter(triple -> row.hangsByFavorite()));
    }

    private static String others(BatchRow row) {
        return row.others().orElse(PromptText.USUAL_OTHERS);
    }

    private static List<String> values(Optional<List<String>> list) {
        return list.orElse(List.of(NONE));
    }
}
