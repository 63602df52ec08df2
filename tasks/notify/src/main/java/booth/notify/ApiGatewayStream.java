package booth.notify;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** WebSocket connections of API Gateway. */
final class ApiGatewayStream implements Stream {
    private final ApiGatewayManagementApiClient connections;

    ApiGatewayStream(ApiGatewayManagementApiClient connections) {
        this.connections = connections;
    }

    @Override
    public Delivery send(String connectionId, byte[] json) {
        try {
            connections.postToConnection(post -> post.connectionId(connectionId).data(SdkBytes.fromByteArray(json)));
            return Delivery.SENT;
        } catch (GoneException e) {
            return Delivery.GONE;
        } catch (SdkException e) {
            return Delivery.FAILED;
        }
    }
}
