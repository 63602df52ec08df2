package booth.emulator.states;

import booth.asl.HistoryEvent;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Starting, showing, stopping and redriving executions. */
final class ExecutionOperations {
    private static final int MAX_ARN = 256;
    private static final int MAX_ERROR = 256;
    private static final int MAX_CAUSE = 32_768;
    private static final int MAX_TOKEN = 64;

    /** In the order in which AWS lists them; a child of a distributed map alone is ever PENDING_REDRIVE. */
    private enum Status {
        SUCCEEDED,
        TIMED_OUT,
        PENDING_REDRIVE,
        ABORTED,
        FAILED,
        RUNNING
    }

    private enum RedriveFilter {
        REDRIVEN,
        NOT_REDRIVEN
    }

    private final Arns arns;
    private final Catalog catalog;
    private final Runs runs;

    ExecutionOperations(Arns arns, Catalog catalog, Runs runs) {
        this.arns = arns;
        this.catalog = catalog;
        this.runs = runs;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "StartExecution", this::start,
                "DescribeExecution", this::describe,
                "ListExecutions", this::list,
                "StopExecution", this::stop,
                "RedriveExecution", this::redrive);
    }

    private ObjectNode start(Request request) {
        Machine machine = catalog.startable(request.text("stateMachineArn", MAX_ARN));
        String name = Names.checked(request.optionalText("name", Names.MAX_LENGTH)
                .orElseGet(() -> UUID.randomUUID().toString()));
        String input = request.optionalText("input", JsonText.MAX_LENGTH).orElse("{}");
        Header header = new Header(
                arns.execution(machine.name(), name),
                name,
                machine.arn(),
                machine.name(),
                machine.revision().roleArn(),
                machine.revision().id(),
                input,
                request.optionalText("traceHeader", MAX_ARN));
        JsonText.input(input);
        Run run = runs.start(header);
        run.awaitBegin();
        return Wire.object().put("executionArn", run.arn()).put("startDate", Wire.seconds(run.startDate()));
    }

    private ObjectNode describe(Request request) {
        Run run = catalog.run(request.text("executionArn", MAX_ARN));
        boolean data = request.wantsData();
        ObjectNode answer = listed(run);
        Header header = run.header();
        if (data) answer.put("input", header.input());
        answer.putObject("inputDetails").put("included", data);
        header.traceHeader().ifPresent(trace -> answer.put("traceHeader", trace));
        if (!run.summary().running()) writeEnd(run, answer, data);
        Optional<String> obstacle = Redrive.obstacle(run);
        answer.put("redriveStatus", Redrive.status(obstacle));
        obstacle.ifPresent(reason -> answer.put("redriveStatusReason", reason));
        return answer;
    }

    private static void writeEnd(Run run, ObjectNode answer, boolean data) {
        List<HistoryEvent> history = run.history();
        ObjectNode end = history.get(history.size() - 1).details();
        for (String field : List.of("error", "cause"))
            if (end.path(field).isTextual()) answer.set(field, end.get(field));
        if (!end.path("output").isTextual()) return;
        if (data) answer.set("output", end.get("output"));
        answer.putObject("outputDetails").put("included", data);
    }

    private ObjectNode list(Request request) {
        request.refuse("mapRunArn", "Distributed map runs");
        Machine machine = catalog.machine(request.text("stateMachineArn", MAX_ARN));
        Optional<String> status = request.oneOf("statusFilter", Status.class).map(Status::name);
        Optional<RedriveFilter> redriven = request.oneOf("redriveFilter", RedriveFilter.class);
        Stream<Run> wanted = runs.of(machine)
                .filter(run -> status.isEmpty() || run.summary().status().name().equals(status.get()))
                .filter(run -> redriven.isEmpty()
                        || run.summary().redriveCount() > 0 == (redriven.get() == RedriveFilter.REDRIVEN));
        Page<Run> page = Page.of(wanted, request, Page.LONG_TOKEN, ExecutionOperations::newestFirst);
        ObjectNode answer = Wire.object();
        ArrayNode items = answer.putArray("executions");
        page.items().forEach(run -> items.add(listed(run)));
        page.token().ifPresent(token -> answer.put("nextToken", token));
        return answer;
    }

    private static String newestFirst(Run run) {
        return Page.descending(run.startDate().toEpochMilli()) + run.arn();
    }

    private static ObjectNode listed(Run run) {
        Summary summary = run.summary();
        ObjectNode item = Wire.object()
                .put("executionArn", run.arn())
                .put("stateMachineArn", run.machineArn())
                .put("name", run.name())
                .put("status", summary.status().name())
                .put("startDate", Wire.seconds(summary.startDate()))
                .put("redriveCount", summary.redriveCount());
        summary.stopDate().ifPresent(date -> item.put("stopDate", Wire.seconds(date)));
        summary.redriveDate().ifPresent(date -> item.put("redriveDate", Wire.seconds(date)));
        return item;
    }

    /** An execution that has ended stays as it is; the answer says when it ended. */
    private ObjectNode stop(Request request) {
        Run run = catalog.run(request.text("executionArn", MAX_ARN));
        String error = request.optionalText("error", MAX_ERROR).orElse("");
        String cause = request.optionalText("cause", MAX_CAUSE).orElse("");
        run.live().ifPresent(execution -> execution.stop(error, cause));
        return Wire.object()
                .put("stopDate", Wire.seconds(run.summary().stopDate().orElseGet(Instant::now)));
    }

    /** The same client token twice redrives once. */
    private ObjectNode redrive(Request request) {
        Run run = catalog.run(request.text("executionArn", MAX_ARN));
        Optional<String> token = request.optionalText("clientToken", MAX_TOKEN);
        synchronized (run) {
            boolean repeated = token.isPresent() && token.equals(run.redriveToken());
            if (!repeated) redrive(run);
            run.redrivenBy(token);
        }
        return Wire.object()
                .put("redriveDate", Wire.seconds(run.summary().redriveDate().orElseGet(Instant::now)));
    }

    private void redrive(Run run) {
        Redrive.obstacle(run).ifPresent(reason -> {
            throw ServiceError.badRequest("ExecutionNotRedrivable", reason);
        });
        runs.redrive(run);
    }
}
