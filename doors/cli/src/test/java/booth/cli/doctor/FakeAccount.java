package booth.cli.doctor;

import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An account in which all is well until told otherwise, answering as AWS does. */
final class FakeAccount implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");
    private static final Pattern FUNCTION = Pattern.compile("/2015-03-31/functions/([^/]+)/configuration");
    private static final Pattern REGION = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/");

    private final Map<String, Reply> answers = new ConcurrentHashMap<>();
    private final StubServer server = new StubServer(this::answer);

    URI url() {
        return server.url();
    }

    /** @param operation as AWS calls it; {@code GetFoundationModel us-east-1} for that region alone */
    void answers(String operation, String body) {
        answers.put(operation, Reply.of(200, body));
    }

    void answers(String operation, Reply reply) {
        answers.put(operation, reply);
    }

    /** What operations were called, in order. */
    List<String> asked() {
        return server.calls().stream().map(FakeAccount::operation).toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply answer(Call call) {
        String operation = operation(call);
        return Optional.ofNullable(answers.get(operation + " " + region(call)))
                .or(() -> Optional.ofNullable(answers.get(operation)))
                .map(reply -> reply.status() == DENIED.status() && reply.body().isEmpty() ? denied(call) : reply)
                .orElseGet(() -> Healthy.answer(operation, call.path()));
    }

    /** To be put into the words of the service's protocol. */
    static final Reply DENIED = Reply.of(403, "");

    private static Reply denied(Call call) {
        boolean xml = ACTION.matcher(call.body()).find() || call.path().startsWith("/jobs");
        String error = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";
        if (call.path().startsWith("/jobs")) return Reply.of(403, error);
        return xml
                ? Reply.of(403, "<ErrorResponse>" + error + "</ErrorResponse>")
                : Reply.error(call.header("X-Amz-Target").isEmpty() ? 403 : 400, "AccessDeniedException", "no");
    }

    static Reply queryError(String code, String message) {
        return Reply.of(
                400,
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error></ErrorResponse>");
    }

    private static String region(Call call) {
        Matcher region = REGION.matcher(call.header("Authorization"));
        return region.find() ? region.group(1) : "";
    }

    private static String operation(Call call) {
        String target = call.header("X-Amz-Target");
        if (!target.isEmpty()) return target.substring(target.lastIndexOf('.') + 1);
        Matcher action = ACTION.matcher(call.body());
        if (action.find()) return action.group(1);
        if (FUNCTION.matcher(call.path()).matches()) return "GetFunctionConfiguration";
        if (call.path().startsWith("/2015-03-31/functions")) return "ListFunctions";
        if (call.path().startsWith("/2016-08-19/account-settings")) return "GetAccountSettings";
        if (call.path().startsWith("/foundation-models/")) return "GetFoundationModel";
        if (call.path().startsWith("/foundation-model-availability/")) return "GetFoundationModelAvailability";
        if (call.path().startsWith("/inference-profiles/")) return "GetInferenceProfile";
        return call.path().startsWith("/jobs/keys/") ? "GetObject" : "ListObjectsV2";
    }
}
