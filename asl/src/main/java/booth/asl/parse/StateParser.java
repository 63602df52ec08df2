package booth.asl.parse;

import booth.asl.definition.ChoiceState;
import booth.asl.definition.FailState;
import booth.asl.definition.Graph;
import booth.asl.definition.MapState;
import booth.asl.definition.ParallelState;
import booth.asl.definition.PassState;
import booth.asl.definition.Resource;
import booth.asl.definition.State;
import booth.asl.definition.SucceedState;
import booth.asl.definition.TaskState;
import booth.asl.definition.Template;
import booth.asl.definition.WaitState;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads one state of each type. */
final class StateParser {
    private static final int MOST_SECONDS = 99_999_999;
    /** In AWS's order. */
    private static final List<String> TYPES =
            List.of("Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map");

    private final Map<String, BiFunction<String, Fields, State>> types = Map.of(
            "Pass", this::pass,
            "Task", this::task,
            "Choice", this::choice,
            "Wait", this::waiting,
            "Succeed", this::succeed,
            "Fail", this::fail,
            "Parallel", this::parallel,
            "Map", this::map);

    private final GraphParser graphs;
    private final TemplateParser templates;
    private final OutcomeParser outcomes;
    private final RecoveryParser recoveries;

    StateParser(GraphParser graphs, Findings findings) {
        this.graphs = graphs;
        templates = new TemplateParser(findings);
        outcomes = new OutcomeParser(templates);
        recoveries = new RecoveryParser(outcomes);
    }

    /** Empty, after a finding, for a type that does not exist. */
    Optional<State> parse(String name, Fields fields) {
        var type = types.get(fields.requiredText("Type"));
        fields.text("QueryLanguage");
        if (type == null) {
            if (fields.has("Type"))
                fields.fault("Type", Fault.INVALID_VALUE, "The field 'Type' should have one of these values: " + TYPES);
            return Optional.empty();
        }
        var state = type.apply(name, fields);
        fields.rejectTheRest();
        return Optional.of(state);
    }

    private State pass(String name, Fields fields) {
        return new PassState(name, outcomes.parse(fields));
    }

    private State task(String name, Fields fields) {
        var resource = new Resource(fields.requiredText("Resource"));
        if (fields.has("Resource") && !resource.isSupported()) {
            fields.fault("Resource", Fault.UNSUPPORTED, "Resource must be the ARN of a function or of a service call");
        }
        fields.value("Credentials")
                .filter(credentials -> credentials.isObject() && !credentials.has("RoleArn"))
                .ifPresent(credentials -> fields.fault(
                        "Credentials", Fault.MISSING_FIELD, "The field 'RoleArn' is required but was missing"));
        return new TaskState(
                name,
                resource,
                templates.optional(fields, "Arguments"),
                templates.number(fields, "TimeoutSeconds", 1, MOST_SECONDS),
                heartbeat(fields),
                templates.optional(fields, "Credentials"),
                recoveries.parse(fields),
                outcomes.parse(fields));
    }

    private Optional<Template> heartbeat(Fields fields) {
        var timeout = fields.value("TimeoutSeconds");
        var heartbeat = fields.value("HeartbeatSeconds");
        if (timeout.isPresent()
                && heartbeat.isPresent()
                && timeout.get().isNumber()
                && heartbeat.get().isNumber()
                && heartbeat.get().doubleValue() >= timeout.get().doubleValue()) {
            fields.fault(
                    "HeartbeatSeconds", Fault.INVALID_VALUE, "HeartbeatSeconds must be smaller than TimeoutSeconds");
        }
        return templates.number(fields, "HeartbeatSeconds", 1, MOST_SECONDS);
    }

    private State choice(String name, Fields fields) {
        fields.require("Choices");
        var rules = fields.objects("Choices").stream().map(this::rule).toList();
        if (fields.has("Choices") && rules.isEmpty()) {
            fields.fault("Choices", Fault.INVALID_VALUE, Fields.EMPTY);
        }
        var standard = fields.text("Default");
        var outcome = outcomes.parse(fields, standard); // known fields even where there is no Default
        return new ChoiceState(name, rules, standard.map(next -> outcome));
    }

    private ChoiceState.Rule rule(Fields fields) {
        fields.require("Condition");
        var condition = templates.optional(fields, "Condition").orElse(nothing());
        var value = fields.value("Condition");
        if (value.isPresent() && !value.get().isBoolean() && !TemplateParser.isExpression(value.get())) {
            fields.fault("Condition", Fault.INVALID_VALUE, "Condition must be true, false or a {% JSONata %} string");
        }
        var next = Optional.of(fields.requiredText("Next"));
        var rule = new ChoiceState.Rule(condition, outcomes.parse(fields, next));
        fields.rejectTheRest();
        return rule;
    }

    private State waiting(String name, Fields fields) {
        var seconds = templates.number(fields, "Seconds", 0, MOST_SECONDS);
        var timestamp = templates.optional(fields, "Timestamp");
        if (seconds.isPresent() == timestamp.isPresent()) {
            fields.fault(Fault.MISSING_FIELD, "a Wait state has either Seconds or Timestamp");
        }
        fields.value("Timestamp")
                .filter(value -> !TemplateParser.isExpression(value) && !Rfc3339.isValid(value.asText()))
                .ifPresent(value ->
                        fields.fault("Timestamp", Fault.INVALID_VALUE, "String does not match RFC3339 timestamp"));
        WaitState.Until until = timestamp
                .<WaitState.Until>map(WaitState.Timestamp::new)
                .orElseGet(() -> new WaitState.Seconds(seconds.orElse(nothing())));
        return new WaitState(name, until, outcomes.parse(fields));
    }

    private State succeed(String name, Fields fields) {
        return new SucceedState(name, templates.optional(fields, "Output"));
    }

    private State fail(String name, Fields fields) {
        fields.text("Error");
        fields.text("Cause");
        return new FailState(name, templates.optional(fields, "Error"), templates.optional(fields, "Cause"));
    }

    private State parallel(String name, Fields fields) {
        fields.require("Branches");
        var branches = fields.objects("Branches").stream().map(graphs::parse).toList();
        if (fields.has("Branches") && branches.isEmpty()) {
            fields.fault("Branches", Fault.INVALID_VALUE, Fields.EMPTY);
        }
        return new ParallelState(
                name,
                branches,
                templates.optional(fields, "Arguments"),
                recoveries.parse(fields),
                outcomes.parse(fields));
    }

    private State map(String name, Fields fields) {
        new MapLimits(fields).check();
        fields.require("ItemProcessor");
        var processor = fields.object("ItemProcessor").map(this::processor).orElse(new Graph("", Map.of()));
        return new MapState(
                name,
                templates.optional(fields, "Items"),
                templates.optional(fields, "ItemSelector"),
                processor,
                templates.number(fields, "MaxConcurrency", 0, Integer.MAX_VALUE),
                new MapState.Tolerance(
                        templates.number(fields, "ToleratedFailureCount", 0, Integer.MAX_VALUE), percentage(fields)),
                recoveries.parse(fields),
                outcomes.parse(fields));
    }

    private Optional<Template> percentage(Fields fields) {
        var field = "ToleratedFailurePercentage";
        if (fields.value(field).filter(TemplateParser::isExpression).isEmpty()) fields.number(field, 0, 100);
        return templates.optional(fields, field);
    }

    private Graph processor(Fields fields) {
        fields.object("ProcessorConfig").ifPresent(MapLimits::checkMode);
        return graphs.parse(fields);
    }

    private static Template nothing() {
        return new Template.Constant(NullNode.instance);
    }
}
