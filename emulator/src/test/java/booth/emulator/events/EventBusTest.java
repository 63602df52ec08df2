package booth.emulator.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventBusTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> delivered = new ArrayList<>();
    private final EventBus bus = new EventBus((target, event) -> delivered.add(target));

    @Test
    void anEventGoesWhereTheWholePatternMatches() {
        bus.addRule(
                new EventPattern(
                        json("{'source':['aws.states'],'detail':{'status':['FAILED','ABORTED'],'machine':['m1']}}")),
                List.of(new RuleTarget("ended", Optional.empty())));

        bus.put(json("{'source':'aws.states','detail':{'status':'SUCCEEDED','machine':'m1'}}"));
        bus.put(json("{'source':'aws.states','detail':{'status':'FAILED','machine':'m2'}}"));
        bus.put(json("{'source':'aws.states','detail':{'status':'FAILED'}}"));
        assertThat(delivered).isEmpty();

        bus.put(json("{'source':'aws.states','detail':{'status':'ABORTED','machine':'m1','name':'x'}}"));
        assertThat(delivered).containsExactly("ended");
    }

    @Test
    void contentFiltersMatch() {
        assertThat(matches("{'a':[{'prefix':'pho'}]}", "{'a':'photo'}")).isTrue();
        assertThat(matches("{'a':[{'suffix':'.png'}]}", "{'a':'x.jpg'}")).isFalse();
        assertThat(matches("{'a':[{'exists':false}]}", "{'b':1}")).isTrue();
        assertThat(matches("{'a':[{'exists':true}]}", "{'b':1}")).isFalse();
        assertThat(matches("{'a':[{'anything-but':['x','y']}]}", "{'a':'z'}")).isTrue();
        assertThat(matches("{'a':[{'anything-but':'x'}]}", "{'a':'x'}")).isFalse();
        assertThat(matches("{'a':[1, null]}", "{'a':[2, 1]}")).isTrue();
    }

    @Test
    void anUnknownFilterIsNamed() {
        assertThatThrownBy(() -> matches("{'detail':{'size':[{'numeric':['>',1]}]}}", "{}"))
                .hasMessageContaining("numeric")
                .hasMessageContaining("detail.size");
    }

    private static boolean matches(String pattern, String event) {
        return new EventPattern(json(pattern)).matches(json(event));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
