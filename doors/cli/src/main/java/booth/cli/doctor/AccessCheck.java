package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.AgreementStatus;
import software.amazon.awssdk.services.bedrock.model.AuthorizationStatus;
import software.amazon.awssdk.services.bedrock.model.EntitlementAvailability;
import software.amazon.awssdk.services.bedrock.model.GetFoundationModelAvailabilityResponse;
import software.amazon.awssdk.services.bedrock.model.RegionAvailability;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** Whether this account may call the image model: subscribed, authorized, entitled. */
final class AccessCheck {
    private static final String SUBSCRIBE =
            "open the model in the Bedrock console's catalog and make one picture in its"
                    + " playground, as somebody with aws-marketplace:Subscribe (docs/configuration.md, Access to the image"
                    + " model)";

    private final AwsConnection connection;

    AccessCheck(AwsConnection connection) {
        this.connection = connection;
    }

    List<Finding> look(String region, String model) {
        Look look = new Look("access in " + region, "bedrock:GetFoundationModelAvailability");
        return look.at(() -> {
            try (BedrockClient bedrock = connection.in(region).client("bedrock", BedrockClient.builder())) {
                return List.of(judged(look.check(), bedrock.getFoundationModelAvailability(get -> get.modelId(model))));
            } catch (ResourceNotFoundException | ValidationException e) {
                return List.of(Finding.warn(
                        look.check(), "Bedrock cannot tell: " + Look.sentence(e), "look into its model catalog"));
            }
        });
    }

    private static Finding judged(String check, GetFoundationModelAvailabilityResponse access) {
        if (access.regionAvailability() == RegionAvailability.NOT_AVAILABLE)
            return Finding.fail(check, "the model is not offered there", "leave the region out of the setting regions");
        AgreementStatus agreement = access.agreementAvailability() == null
                ? AgreementStatus.AVAILABLE
                : access.agreementAvailability().status();
        if (agreement == AgreementStatus.PENDING)
            return Finding.warn(check, "the subscription is being made", "wait some minutes and look again");
        if (agreement == AgreementStatus.NOT_AVAILABLE || agreement == AgreementStatus.ERROR)
            return Finding.fail(check, "the account is not subscribed to the model" + said(access), SUBSCRIBE);
        if (access.entitlementAvailability() == EntitlementAvailability.NOT_AVAILABLE)
            return Finding.fail(check, "the account is not entitled to the model", SUBSCRIBE);
        if (access.authorizationStatus() == AuthorizationStatus.NOT_AUTHORIZED)
            return Finding.fail(
                    check,
                    "the account is not authorized to call the model",
                    "look for a service control policy that denies bedrock:InvokeModel there, or ask AWS's support");
        return Finding.ok(check, "subscribed and authorized");
    }

    private static String said(GetFoundationModelAvailabilityResponse access) {
        String message = access.agreementAvailability().errorMessage();
        return message == null ? "" : ": " + message;
    }
}
