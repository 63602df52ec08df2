package booth.emulator.secrets;

import booth.emulator.wire.JsonService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Secrets Manager, as far as keeping a value and reading it goes. What AWS has beyond that (rotation, replicas, policies,
 * KMS) is an unknown operation, or means nothing on one machine.
 */
public final class SecretsService implements JsonService {
    private static final String TEXT = "SecretString";
    private static final String BINARY = "SecretBinary";
    private static final String NAME = "[A-Za-z0-9/_+=.@!-]{1,512}";
    private static final int LONGEST = 65536;
    private static final int RECOVERY_DAYS = 30;
    private static final int SHORTEST_RECOVERY_DAYS = 7;

    private final Secrets secrets;

    public SecretsService(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String target() {
        return "secretsmanager";
    }

    /** One at a time: a change reads what it changes. */
    @Override
    public synchronized JsonNode call(String action, JsonNode input) {
        return switch (action) {
            case "CreateSecret" -> create(input);
            case "PutSecretValue" -> put(input);
            case "GetSecretValue" -> get(input);
            case "DescribeSecret" -> SecretAnswers.described(named(input));
            case "ListSecrets" -> SecretAnswers.listed(secrets.all(), input);
            case "DeleteSecret" -> delete(input);
            case "RestoreSecret" -> restore(input);
            default -> throw ServiceError.unknownOperation(action);
        };
    }

    private JsonNode create(JsonNode input) {
        String name = required(input, "Name");
        if (!name.matches(NAME))
            throw ServiceError.badRequest(
                    "ValidationException",
                    "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following:"
                            + " -/_+=.@!");
        Optional<SecretVersion> first = version(input, Set.of(SecretVersion.CURRENT));
        Optional<Secret> known = secrets.find(name);
        if (known.isPresent()) return again(known.get(), first);
        Secret empty = secrets.empty(name, text(input, "Description"));
        Secret made = first.map(empty::with).orElse(empty);
        secrets.save(made);
        return SecretAnswers.named(made, first);
    }

    /** The same token with the same value is the same call. */
    private static JsonNode again(Secret known, Optional<SecretVersion> wanted) {
        demandThere(known, "create this secret because a secret with this name is already scheduled for deletion");
        boolean same = wanted.flatMap(version ->
                        known.version(version.id()).filter(old -> old.says(version.text(), version.binary())))
                .isPresent();
        if (same) return SecretAnswers.named(known, wanted);
        throw ServiceError.badRequest(
                "ResourceExistsException",
                "The operation failed because the secret " + known.name() + " already exists.");
    }

    private JsonNode put(JsonNode input) {
        Secret secret = named(input);
        demandThere(secret, "perform this operation on the secret because it was marked for deletion");
        Set<String> given =
                input.path("VersionStages").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        SecretVersion version = version(input, given.isEmpty() ? Set.of(SecretVersion.CURRENT) : given)
                .orElseThrow(() -> ServiceError.badRequest(
                        "InvalidParameterException", "You must provide either SecretString or SecretBinary."));
        Optional<SecretVersion> old = secret.version(version.id());
        if (old.isPresent() && !old.get().says(version.text(), version.binary()))
            throw ServiceError.badRequest(
                    "ResourceExistsException",
                    "You can't use ClientRequestToken " + version.id() + " because that value is already in use for a"
                            + " version of secret " + secret.arn() + ".");
        if (old.isPresent()) return SecretAnswers.versioned(secret, old.get());
        secrets.save(secret.with(version));
        return SecretAnswers.versioned(secret, version);
    }

    private JsonNode get(JsonNode input) {
        Secret secret = named(input);
        demandThere(secret, "perform this operation on the secret because it was marked for deletion");
        Optional<String> id = text(input, "VersionId");
        String stage = text(input, "VersionStage").orElse(SecretVersion.CURRENT);
        SecretVersion version = secret.version(id.orElse(stage))
                .filter(found -> !input.has("VersionStage") || found.stages().contains(stage))
                .orElseThrow(() -> missing("secret value for "
                        + id.map(given -> "VersionId: " + given).orElse("staging label: " + stage)));
        ObjectNode answer = SecretAnswers.versioned(secret, version);
        answer.put("CreatedDate", SecretAnswers.seconds(version.created()));
        version.text().ifPresent(value -> answer.put(TEXT, value));
        version.binary().ifPresent(value -> answer.put(BINARY, value));
        return answer;
    }

    private JsonNode delete(JsonNode input) {
        boolean force = input.path("ForceDeleteWithoutRecovery").asBoolean();
        int days = input.path("RecoveryWindowInDays").asInt(RECOVERY_DAYS);
        if (days < SHORTEST_RECOVERY_DAYS || days > RECOVERY_DAYS)
            throw ServiceError.badRequest(
                    "InvalidParameterException",
                    "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
        Secret secret = named(input);
        Instant when = force ? Secrets.now() : Secrets.now().plus(Duration.ofDays(days));
        if (force) secrets.remove(secret);
        else secrets.save(secret.deleted(Optional.of(when)));
        return SecretAnswers.named(secret, Optional.empty()).put("DeletionDate", SecretAnswers.seconds(when));
    }

    private JsonNode restore(JsonNode input) {
        Secret secret = named(input).deleted(Optional.empty());
        secrets.save(secret);
        return SecretAnswers.named(secret, Optional.empty());
    }

    private Secret named(JsonNode input) {
        return secrets.find(required(input, "SecretId")).orElseThrow(() -> missing("specified secret."));
    }

    /** What is given to be kept; empty for a secret that has no value yet. */
    private static Optional<SecretVersion> version(JsonNode input, Set<String> stages) {
        Optional<String> value = text(input, TEXT);
        Optional<String> binary = text(input, BINARY);
        if (value.isPresent() && binary.isPresent())
            throw ServiceError.badRequest(
                    "InvalidParameterException",
                    "You can't specify both a binary secret value and a string secret value.");
        for (String one : List.of(value.orElse(""), binary.orElse("")))
            if (one.length() > LONGEST)
                throw ServiceError.badRequest("ValidationException", "A secret has at most " + LONGEST + " bytes.");
        if (value.isEmpty() && binary.isEmpty()) return Optional.empty();
        String id = text(input, "ClientRequestToken")
                .orElseGet(() -> UUID.randomUUID().toString());
        return Optional.of(new SecretVersion(id, Secrets.now(), stages, value, binary));
    }

    private static void demandThere(Secret secret, String whatNot) {
        if (secret.deletion().isPresent())
            throw ServiceError.badRequest("InvalidRequestException", "You can't " + whatNot + ".");
    }

    private static ServiceError missing(String what) {
        return ServiceError.badRequest("ResourceNotFoundException", "Secrets Manager can't find the " + what);
    }

    private static String required(JsonNode input, String field) {
        return text(input, field)
                .orElseThrow(() -> ServiceError.badRequest(
                        "ValidationException", "Value null at '" + field + "': Member must not be null"));
    }

    private static Optional<String> text(JsonNode input, String field) {
        return Optional.of(input.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
