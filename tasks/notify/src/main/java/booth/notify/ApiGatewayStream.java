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
        return done(() -> connections.postToConnection(
                post -> post.connectionId(connectionId).data(SdkBytes.fromByteArray(json))));
    }

    @Override
    public Delivery close(String connectionId) {
        return done(() -> connections.deleteConnection(delete -> delete.connectionId(connectionId)));
    }

    private static Delivery done(Runnable call) {
        try {
            call.run();
            return Delivery.SENT;
        } catch (GoneException e) {
            return Delivery.GONE;
        } catch (SdkException e) {
            return Delivery.FAILED;
        }
    }
}
