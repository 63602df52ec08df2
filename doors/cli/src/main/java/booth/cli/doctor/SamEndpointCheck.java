package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/** Whether the endpoint that segments, where one is configured, is there and in service. */
final class SamEndpointCheck {
    private static final Look LOOK = new Look("SAM endpoint", "sagemaker:DescribeEndpoint");

    private final AwsConnection connection;

    SamEndpointCheck(AwsConnection connection) {
        this.connection = connection;
    }

    List<Finding> look(Plan plan) {
        return plan.samEndpoint()
                .map(this::named)
                .orElseGet(() -> List.of(Finding.ok(LOOK.check(), "none is configured; SAM 2 runs in a function")));
    }

    private List<Finding> named(String name) {
        return LOOK.at(() -> {
            try (SageMakerClient sagemaker = connection.client("sagemaker", SageMakerClient.builder())) {
                return List.of(judged(name, sagemaker.describeEndpoint(describe -> describe.endpointName(name))));
            } catch (SageMakerException e) {
                if (!Look.code(e).equals("ValidationException")) throw e;
                return List.of(Finding.fail(
                        LOOK.check(), "there is no endpoint " + name, "create it, or set samEndpoint to nothing"));
            }
        });
    }

    private static Finding judged(String name, DescribeEndpointResponse endpoint) {
        String fact = name + " is " + endpoint.endpointStatusAsString();
        return switch (endpoint.endpointStatus()) {
            case IN_SERVICE -> Finding.ok(LOOK.check(), fact);
            case UPDATING, SYSTEM_UPDATING ->
                Finding.warn(LOOK.check(), fact, "it answers meanwhile; look again later");
            default ->
                Finding.fail(
                        LOOK.check(),
                        fact + (endpoint.failureReason() == null ? "" : ": " + endpoint.failureReason()),
                        endpoint.endpointStatus() == EndpointStatus.CREATING
                                ? "wait until it is in service"
                                : "mend it in SageMaker, or set samEndpoint to nothing");
        };
    }
}
