package booth.emulator.template;

import booth.emulator.account.Account;
import booth.emulator.api.HttpApis;
import booth.emulator.events.EventBus;
import booth.emulator.lambda.EventSources;
import booth.emulator.lambda.Functions;
import booth.emulator.logs.LogGroups;
import booth.emulator.s3.Notifications;
import booth.emulator.s3.S3Server;
import booth.emulator.websocket.WebSocketApis;
import booth.emulator.wire.JsonService;
import booth.emulator.wire.QueryService;
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
