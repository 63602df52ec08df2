package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/** How many calls of the models the account is allowed, as far as Service Quotas tells. */
final class QuotaCheck {
    private static final String NEEDS = "servicequotas:ListServiceQuotas";
    private static final Look REKOGNITION = new Look("Rekognition's pace", NEEDS);

    /** A picture takes 5 to 12 s, so one that is painted after the other makes as many requests a minute at most. */
    private static final int A_MINUTE = 12;

    private final AwsConnection connection;

    QuotaCheck(AwsConnection connection) {
        this.connection = connection;
    }

    /** One call of each for every photo. */
    List<Finding> rekognition() {
        return REKOGNITION.at(() -> Stream.of("DetectFaces", "DetectLabels")
                .map(operation -> {
                    String check = operation + " a second";
                    List<ServiceQuota> found = quotas(
                            connection,
                            "rekognition",
                            name -> name.matches(
                                    "transactions per second.*\\b" + operation.toLowerCase(Locale.ROOT) + "\\b.*"));
                    if (found.isEmpty()) return unknown(check, "rekognition");
                    return Finding.ok(check, number(least(found)) + ", one is called for each photo");
                })
                .toList());
    }

    /**
     * @param modelName as Bedrock calls it, e.g. {@code Stable Image Inpaint}
     * @param profile whether it is called through an inference profile, which has a quota of its own
     */
    List<Finding> bedrock(String region, String modelName, boolean profile, int concurrency) {
        Look look = new Look("pace in " + region, NEEDS);
        return look.at(() -> {
            List<ServiceQuota> all = quotas(
                    connection.in(region),
                    "bedrock",
                    name -> name.contains("requests per minute") && plain(name).contains(plain(modelName)));
            List<ServiceQuota> own = all.stream()
                    .filter(quota -> quota.quotaName().toLowerCase(Locale.ROOT).contains("cross-region") == profile)
                    .toList();
            if (all.isEmpty()) return List.of(unknown(look.check(), "bedrock"));
            double least = least(own.isEmpty() ? all : own);
            String fact = number(least) + " requests a minute; generateConcurrency " + concurrency + " makes up to "
                    + concurrency * A_MINUTE;
            return List.of(
                    least >= concurrency * A_MINUTE
                            ? Finding.ok(look.check(), fact)
                            : Finding.warn(
                                    look.check(),
                                    fact + ", those above wait in the queue",
                                    "ask for more in Service Quotas, or lower generateConcurrency"));
        });
    }

    private static Finding unknown(String check, String service) {
        return Finding.warn(
                check,
                "Service Quotas does not tell",
                "look at the quotas of " + service + " in its console; what is throttled is tried again");
    }

    private static List<ServiceQuota> quotas(AwsConnection connection, String service, Predicate<String> name) {
        try (ServiceQuotasClient quotas = connection.client("servicequotas", ServiceQuotasClient.builder())) {
            return quotas.listServiceQuotasPaginator(list -> list.serviceCode(service)).quotas().stream()
                    .filter(quota -> quota.value() != null)
                    .filter(quota -> name.test(quota.quotaName().toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }

    private static double least(List<ServiceQuota> quotas) {
        return quotas.stream().mapToDouble(ServiceQuota::value).min().orElseThrow();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%s", value);
    }
}
