package booth.asl.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Every state must speak JSONata: because the machine does, or by itself. JSONPath is AWS's default. */
final class QueryLanguageCheck {
    private static final String JSONATA = "JSONata";
    private static final Set<String> LANGUAGES = Set.of(JSONATA, "JSONPath");

    private final Findings findings;
    private boolean inherited;

    QueryLanguageCheck(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode machine) {
        var language = machine.path("QueryLanguage").asText("JSONPath");
        if (!LANGUAGES.contains(language)) {
            findings.add("/QueryLanguage", Fault.INVALID_VALUE, "QueryLanguage must be JSONata");
            return;
        }
        states(machine, "", language.equals(JSONATA));
        if (inherited) {
            findings.add(
                    "/QueryLanguage",
                    Fault.UNSUPPORTED_QUERY_LANGUAGE,
                    "this machine speaks JSONPath, AWS's default; only \"QueryLanguage\": \"JSONata\" is supported");
        }
    }

    private void states(JsonNode graph, String path, boolean jsonata) {
        graph.path("States").fields().forEachRemaining(state -> {
            var place = Pointer.join(path + "/States", state.getKey());
            language(state.getValue(), place, jsonata);
            states(state.getValue().path("ItemProcessor"), place + "/ItemProcessor", jsonata);
            var branches = state.getValue().path("Branches");
            for (int i = 0; i < branches.size(); i++) {
                states(branches.path(i), Pointer.join(place + "/Branches", i), jsonata);
            }
        });
    }

    /** AWS refuses JSONPath itself in a machine that speaks JSONata. */
    private void refuse(String path, boolean jsonata) {
        if (jsonata) {
            findings.add(
                    path,
                    Fault.UNSUPPORTED_QUERY_LANGUAGE,
                    "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
        } else {
            findings.add(
                    path + "/QueryLanguage",
                    Fault.UNSUPPORTED_QUERY_LANGUAGE,
                    "only \"QueryLanguage\": \"JSONata\" is supported");
        }
    }

    private void language(JsonNode state, String path, boolean jsonata) {
        if (!state.has("QueryLanguage")) {
            inherited |= !jsonata;
        } else if (!state.path("QueryLanguage").asText().equals(JSONATA)) {
            refuse(path, jsonata);
        }
    }
}
