package booth.emulator.template.types;

import booth.emulator.s3.CorsRule;
import booth.emulator.s3.LifecycleRule;
import booth.emulator.s3.Notification;
import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Referent;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bucket, who is told of its events, and when what is in it is forgotten. */
final class S3Bucket implements Deployable {
    private static final String ABORT = "AbortIncompleteMultipartUpload";
    private static final String LIFECYCLE = "LifecycleConfiguration";
    private static final String NOTIFICATIONS = "NotificationConfiguration";
    private static final Schema SCHEMA = Schema.of("AWS::S3::Bucket")
            .named("BucketName", (name, bucket) -> name.toLowerCase(Locale.ROOT))
            .honours("CorsConfiguration", NOTIFICATIONS, LIFECYCLE)
            .passesOver(Reasons.NO_ENCRYPTION, "BucketEncryption")
            .passesOver("objects have one version here, and nobody asks for tags", "VersioningConfiguration", "Tags")
            .passesOver(Reasons.NO_IDENTITIES, "PublicAccessBlockConfiguration", "OwnershipControls")
            .ref(Referent::name)
            .attribute("Arn", bucket -> "arn:aws:s3:::" + bucket.name())
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource bucket) {
        return Phase.TRIGGERS;
    }

    @Override
    public void deploy(StackResource bucket, Plan plan, Services services) {
        services.s3().createBucket(bucket.name());
        services.s3()
                .allowPages(
                        bucket.name(),
                        bucket.properties()
                                .inside("CorsConfiguration", cors -> cors.each("CorsRules", S3Bucket::cors))
                                .orElse(List.of()));
        bucket.properties()
                .inside(NOTIFICATIONS, configuration -> notifications(bucket.name(), configuration))
                .orElse(List.of())
                .forEach(services.notifications()::add);
        bucket
                .properties()
                .inside(LIFECYCLE, configuration -> configuration.each("Rules", rule -> rule(bucket.name(), rule)))
                .orElse(List.of())
                .stream()
                .flatMap(Optional::stream)
                .forEach(services.s3()::add);
    }

    /** Empty for one that is switched off. What it says of versions that are no longer current is true of none. */
    private static Optional<LifecycleRule> rule(String bucket, Properties rule) {
        rule.text("Id");
        rule.node("NoncurrentVersionExpiration");
        String prefix = rule.text("Prefix").orElse("");
        OptionalInt days = days(rule, "ExpirationInDays");
        OptionalInt abortDays =
                rule.inside(ABORT, abort -> days(abort, "DaysAfterInitiation")).orElse(OptionalInt.empty());
        LifecycleRule read = rule.valid("ExpirationInDays", () -> new LifecycleRule(bucket, prefix, days, abortDays));
        return Optional.of(read).filter(on -> rule.need("Status").equals("Enabled"));
    }

    private static OptionalInt days(Properties properties, String name) {
        return properties.text(name).isEmpty() ? OptionalInt.empty() : OptionalInt.of(properties.number(name, 0));
    }

    private static CorsRule cors(Properties rule) {
        rule.text("Id"); // a name for people
        return new CorsRule(
                rule.texts("AllowedOrigins"),
                rule.texts("AllowedMethods"),
                rule.texts("AllowedHeaders"),
                rule.texts("ExposedHeaders"),
                rule.node("MaxAge").map(JsonNode::asInt));
    }

    private static List<Notification> notifications(String bucket, Properties configuration) {
        List<Notification> all = Stream.of(
                        configuration.each("QueueConfigurations", one -> notification(bucket, one, "Queue", "sqs")),
                        configuration.each(
                                "LambdaConfigurations", one -> notification(bucket, one, "Function", "lambda")))
                .flatMap(List::stream)
                .toList();
        for (int i = 0; i < all.size(); i++)
            for (Notification other : all.subList(i + 1, all.size()))
                if (all.get(i).overlaps(other))
                    throw configuration.unsupported(
                            "QueueConfigurations",
                            "S3 takes no two rules for the same event of the same keys, "
                                    + all.get(i).event() + " and " + other.event() + " of " + bucket);
        return all;
    }

    private static Notification notification(String bucket, Properties one, String target, String service) {
        Map<String, String> filter = one.inside("Filter", filters -> filters.inside("S3Key", S3Bucket::rules))
                .flatMap(rules -> rules)
                .orElse(Map.of());
        String arn = one.need(target);
        if (!arn.startsWith("arn:aws:" + service + ":"))
            throw one.unsupported(target, arn + " is none that events of a bucket could go to so");
        String event = one.need("Event");
        return one.valid(
                target,
                () -> new Notification(
                        bucket, event, filter.getOrDefault("prefix", ""), filter.getOrDefault("suffix", ""), arn));
    }

    private static Map<String, String> rules(Properties key) {
        return key
                .each("Rules", rule -> Map.entry(rule.need("Name").toLowerCase(Locale.ROOT), rule.need("Value")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
