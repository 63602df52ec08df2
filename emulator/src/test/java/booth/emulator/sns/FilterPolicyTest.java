package booth.emulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterPolicyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'store': ['north']}                      | true
            {'store': ['south', 'north']}             | true
            {'store': ['south']}                      | false
            {'store': [{'prefix': 'no'}]}             | true
            {'store': [{'anything-but': ['north']}]}  | false
            {'store': ['north'], 'price': [12]}       | true
            {'store': ['north'], 'price': [13]}       | false
            {'kinds': ['b']}                          | true
            {'kinds': ['c']}                          | false
            {'else': ['x']}                           | false
            {'else': [{'exists': false}]}             | true
            """)
    void aMessageIsChosenByItsAttributes(String policy, boolean taken) {
        Notification message = message(
                "{}",
                Map.of(
                        "store", new Parameters.Attribute("String", "north"),
                        "price", new Parameters.Attribute("Number", "12"),
                        "kinds", new Parameters.Attribute("String.Array", "[\"a\", \"b\"]"),
                        "bytes", new Parameters.Attribute("Binary", "AAAA")));

        assertThat(policy(policy, "MessageAttributes").takes(message)).isEqualTo(taken);
    }

    @Test
    void aMessageIsChosenByItsBody() {
        FilterPolicy policy = policy("{'order': {'store': ['north']}}", "MessageBody");

        assertThat(policy.takes(message("{\"order\": {\"store\": \"north\"}}", Map.of())))
                .isTrue();
        assertThat(policy.takes(message("{\"order\": {\"store\": \"south\"}}", Map.of())))
                .isFalse();
        assertThat(policy.takes(message("no JSON", Map.of()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a': [{'numeric': ['>', 1]}]} | MessageAttributes | numeric
            {'a': {'b': ['c']}}            | MessageAttributes | MessageBody
            {'a': 'b'}                     | MessageBody       | FilterPolicy
            ['a']                          | MessageBody       | must be an object
            {'a'                           | MessageBody       | failed to parse JSON
            {}                             | Message           | FilterPolicyScope
            """)
    void whatIsNoPolicyIsRefusedWithTheReason(String policy, String scope, String reason) {
        assertThatThrownBy(() -> policy(policy, scope)).hasMessageContaining(reason);
    }

    private static FilterPolicy policy(String policy, String scope) {
        return new FilterPolicy(policy.replace('\'', '"'), scope);
    }

    private static Notification message(String text, Map<String, Parameters.Attribute> attributes) {
        Topic topic = new Topic("arn:aws:sns:us-east-1:123456789012:orders", Map.of());
        return new Notification("id", topic, Optional.empty(), text, false, attributes, Instant.EPOCH);
    }
}
