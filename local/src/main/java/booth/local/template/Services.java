package booth.local.template;

import booth.local.account.Account;
import booth.local.api.HttpApis;
import booth.local.events.EventBus;
import booth.local.lambda.EventSources;
import booth.local.lambda.Functions;
import booth.local.logs.LogGroups;
import booth.local.s3.Notifications;
import booth.local.s3.S3Server;
import booth.local.websocket.WebSocketApis;
import booth.local.wire.JsonService;
import booth.local.wire.QueryService;
import java.net.URI;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What a template is deployed into.
 *
 * @param gateway where the HTTP API and the WebSocket API answer
 * @param queues the SQS endpoint, for the queues' URLs
 * @param topics SNS
 * @param states Step Functions
 */
public record Services(
        Account account,
        S3Server s3,
        Notifications notifications,
        URI gateway,
        URI queues,
        SqsClient sqs,
        QueryService topics,
        JsonService states,
        Functions functions,
        EventSources sources,
        EventBus bus,
        LogGroups logs,
        HttpApis apis,
        WebSocketApis sockets) {}
