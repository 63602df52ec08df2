package booth.emulator.template;

import booth.emulator.s3.Notification;
import booth.emulator.s3.Notifications;
import booth.emulator.s3.S3Server;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes buckets and says who is told of their events. */
final class BucketDeployment {
    private final S3Server s3;
    private final Notifications notifications;

    BucketDeployment(S3Server s3, Notifications notifications) {
        this.s3 = s3;
        this.notifications = notifications;
    }

    void deploy(Resource bucket, String name) {
        s3.createBucket(name);
        Properties.of(bucket)
                .inside(
                        "NotificationConfiguration",
                        configuration -> Stream.concat(
                                        configuration
                                                .each("QueueConfigurations", one -> notification(name, one, "Queue"))
                                                .stream(),
                                        configuration
                                                .each(
                                                        "LambdaConfigurations",
                                                        one -> notification(name, one, "Function"))
                                                .stream())
                                .toList())
                .orElse(List.of())
                .forEach(notifications::add);
    }

    private static Notification notification(String bucket, Properties one, String target) {
        Map<String, String> filter = one.inside("Filter", filters -> filters.inside("S3Key", BucketDeployment::rules))
                .flatMap(rules -> rules)
                .orElse(Map.of());
        return new Notification(
                bucket,
                one.need("Event"),
                filter.getOrDefault("prefix", ""),
                filter.getOrDefault("suffix", ""),
                one.need(target));
    }

    private static Map<String, String> rules(Properties key) {
        return key
                .each("Rules", rule -> Map.entry(rule.need("Name").toLowerCase(Locale.ROOT), rule.need("Value")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
