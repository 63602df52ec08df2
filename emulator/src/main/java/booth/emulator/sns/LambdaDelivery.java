package booth.emulator.sns;

import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** To functions: an event of one record, asynchronously. */
record LambdaDelivery(LambdaClient lambda, Links links) implements Delivery {
    @Override
    public void deliver(Subscription subscription, Notification notification) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        ObjectNode record = event.putArray("Records")
                .addObject()
                .put("EventVersion", "1.0")
                .put("EventSource", "aws:sns")
                .put("EventSubscriptionArn", subscription.arn());
        ObjectNode sns = notification.envelope(subscription, links.unsubscribe(subscription));
        sns.set("SigningCertUrl", sns.remove("SigningCertURL")); // the event spells these two differently
        sns.set("UnsubscribeUrl", sns.remove("UnsubscribeURL"));
        if (!sns.has("MessageAttributes")) sns.putObject("MessageAttributes");
        record.set("Sns", sns);
        lambda.invoke(invoke -> invoke.functionName(subscription.endpoint())
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromByteArray(Json.bytes(event))));
    }
}
