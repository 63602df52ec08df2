package booth.emulator.template;

import booth.emulator.api.HttpApis;
import booth.emulator.events.EventBus;
import booth.emulator.events.Timetable;
import booth.emulator.lambda.EventSources;
import booth.emulator.lambda.Functions;
import booth.emulator.logs.LogGroups;
import booth.emulator.s3.Notifications;
import booth.emulator.s3.S3Server;
import booth.emulator.websocket.WebSocketApis;
import booth.emulator.wire.JsonService;
import booth.emulator.wire.QueryService;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What a template is deployed into.
 *
 * @param topics SNS
 * @param states Step Functions
 */
public record Services(
        S3Server s3,
        Notifications notifications,
        SqsClient sqs,
        QueryService topics,
        JsonService states,
        Functions functions,
        EventSources sources,
        EventBus bus,
        Timetable timetable,
        LogGroups logs,
        HttpApis apis,
        WebSocketApis sockets) {}
