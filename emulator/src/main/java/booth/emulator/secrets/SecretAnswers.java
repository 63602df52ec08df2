package booth.emulator.secrets;

import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is told of secrets: never a value. */
final class SecretAnswers {
    private static final int PAGE = 100;
    private static final int MILLI = 3;

    private SecretAnswers() {}

    static ObjectNode named(Secret secret, Optional<SecretVersion> version) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ARN", secret.arn()).put("Name", secret.name());
        version.ifPresent(one -> answer.put("VersionId", one.id()));
        return answer;
    }

    static ObjectNode versioned(Secret secret, SecretVersion version) {
        ObjectNode answer = named(secret, Optional.of(version));
        stages(answer.putArray("VersionStages"), version);
        return answer;
    }

    static ObjectNode described(Secret secret) {
        return described(secret, "VersionIdsToStages");
    }

    /** A page of them, in the order of their names. */
    static ObjectNode listed(List<Secret> all, JsonNode input) {
        if (!input.path("Filters").isEmpty())
            throw ServiceError.badRequest("InvalidParameterException", "Filters are not supported here.");
        int most = input.path("MaxResults").asInt(PAGE);
        if (most < 1 || most > PAGE)
            throw ServiceError.badRequest("InvalidParameterException", "MaxResults is 1 to " + PAGE + ".");
        String last = input.path("NextToken").asText();
        List<Secret> rest = all.stream()
                .filter(secret -> secret.name().compareTo(last) > 0)
                .filter(secret -> secret.deletion().isEmpty()
                        || input.path("IncludePlannedDeletion").asBoolean())
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("SecretList");
        rest.stream().limit(most).forEach(secret -> list.add(described(secret, "SecretVersionsToStages")));
        if (rest.size() > most) answer.put("NextToken", rest.get(most - 1).name());
        return answer;
    }

    private static ObjectNode described(Secret secret, String versions) {
        ObjectNode answer = named(secret, Optional.empty());
        secret.description().ifPresent(text -> answer.put("Description", text));
        answer.put("CreatedDate", seconds(secret.created())).put("LastChangedDate", seconds(secret.changed()));
        secret.deletion().ifPresent(when -> answer.put("DeletedDate", seconds(when)));
        ObjectNode stages = answer.putObject(versions);
        secret.versions().forEach(version -> stages(stages.putArray(version.id()), version));
        return answer;
    }

    private static void stages(ArrayNode stages, SecretVersion version) {
        version.stages().stream().sorted().forEach(stages::add);
    }

    /** Since 1970, as the protocol has times. */
    static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), MILLI);
    }
}
