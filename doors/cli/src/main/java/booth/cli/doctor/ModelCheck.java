package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.FoundationModelDetails;
import software.amazon.awssdk.services.bedrock.model.FoundationModelLifecycleStatus;
import software.amazon.awssdk.services.bedrock.model.GetInferenceProfileResponse;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileStatus;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** Whether the image model is offered in a region, for how long, and through an inference profile that the stack allows. */
final class ModelCheck {
    /** Ids of inference profiles begin with a geography, as the stack tells them apart. */
    private static final Pattern PROFILE = Pattern.compile("(?:us|us-gov|eu|apac|jp|au|ca|global)\\.(.+)");

    private static final Pattern REGION_OF_ARN = Pattern.compile("arn:[^:]*:bedrock:([^:]+):.*");
    private static final Duration SOON = Duration.ofDays(90);
    private static final String CHOOSE = "set imageModel and regions to what Bedrock's model catalog offers";

    private final AwsConnection connection;
    private final Plan plan;
    private final InstantSource clock;

    ModelCheck(AwsConnection connection, Plan plan, InstantSource clock) {
        this.connection = connection;
        this.plan = plan;
        this.clock = clock;
    }

    boolean throughProfile() {
        return PROFILE.matcher(plan.imageModel()).matches();
    }

    /** Without the geography. */
    String model() {
        Matcher profile = PROFILE.matcher(plan.imageModel());
        return profile.matches() ? profile.group(1) : plan.imageModel();
    }

    List<Finding> profile(String region) {
        Look look = new Look("profile in " + region, "bedrock:GetInferenceProfile");
        return look.at(() -> {
            try (BedrockClient bedrock = connection.in(region).client("bedrock", BedrockClient.builder())) {
                return List.of(judged(
                        look.check(),
                        bedrock.getInferenceProfile(get -> get.inferenceProfileIdentifier(plan.imageModel()))));
            } catch (ResourceNotFoundException | ValidationException e) {
                return List.of(Finding.fail(look.check(), "there is no " + plan.imageModel() + " there", CHOOSE));
            }
        });
    }

    private Finding judged(String check, GetInferenceProfileResponse profile) {
        if (profile.status() != InferenceProfileStatus.ACTIVE)
            return Finding.fail(check, plan.imageModel() + " is " + profile.statusAsString(), CHOOSE);
        TreeSet<String> reached = profile.models().stream()
                .map(model -> REGION_OF_ARN.matcher(String.valueOf(model.modelArn())))
                .filter(Matcher::matches)
                .map(arn -> arn.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String fact = plan.imageModel() + " sends calls to " + String.join(", ", reached);
        List<String> forbidden = reached.stream()
                .filter(region -> !plan.regions().contains(region))
                .toList();
        return forbidden.isEmpty()
                ? Finding.ok(check, fact)
                : Finding.fail(
                        check,
                        fact + ", where the function may not call the model",
                        "add " + String.join(", ", forbidden) + " to the setting regions");
    }

    /** @param named is told the name by which quotas know the model */
    List<Finding> lifecycle(String region, Consumer<String> named) {
        Look look = new Look("model in " + region, "bedrock:GetFoundationModel");
        LifecycleDates dates = new LifecycleDates();
        return look.at(() -> {
            try (BedrockClient bedrock = connection
                    .in(region)
                    .client("bedrock", BedrockClient.builder(), more -> more.addExecutionInterceptor(dates))) {
                FoundationModelDetails model = bedrock.getFoundationModel(get -> get.modelIdentifier(model()))
                        .modelDetails();
                Optional.ofNullable(model.modelName()).ifPresent(named);
                return List.of(judged(look.check(), model, dates.endOfLife()));
            } catch (ResourceNotFoundException | ValidationException e) {
                return List.of(Finding.fail(look.check(), "Bedrock does not know " + model() + " there", CHOOSE));
            }
        });
    }

    private Finding judged(String check, FoundationModelDetails model, Optional<Instant> end) {
        Instant now = clock.instant();
        String until = end.map(date -> ", its life ends on " + LocalDate.ofInstant(date, ZoneOffset.UTC))
                .orElse("");
        if (end.filter(date -> !date.isAfter(now)).isPresent())
            return Finding.fail(check, model() + " is no longer offered" + until.replace("ends", "ended"), CHOOSE);
        boolean legacy = model.modelLifecycle() != null
                && model.modelLifecycle().status() == FoundationModelLifecycleStatus.LEGACY;
        if (legacy || end.filter(date -> date.isBefore(now.plus(SOON))).isPresent())
            return Finding.warn(
                    check,
                    model() + " is " + (legacy ? "legacy" : "active") + until
                            + (legacy ? "; accounts that have not called it for some weeks are refused" : ""),
                    "choose its successor: " + CHOOSE);
        return Finding.ok(check, model() + " is active" + until);
    }

    /** All that is to be looked at, in every region. */
    List<Finding> everywhere(AccessCheck access, QuotaCheck quotas) {
        List<Finding> all = new ArrayList<>();
        for (String region : plan.regions()) {
            if (throughProfile()) all.addAll(profile(region));
            List<String> names = new ArrayList<>();
            all.addAll(lifecycle(region, names::add));
            all.addAll(access.look(region, model()));
            for (String name : names)
                all.addAll(quotas.bedrock(region, name, throughProfile(), plan.generateConcurrency()));
        }
        return all;
    }
}
