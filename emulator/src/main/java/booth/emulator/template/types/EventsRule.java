package booth.emulator.template.types;

import booth.emulator.account.Account;
import booth.emulator.events.EventPattern;
import booth.emulator.events.RuleTarget;
import booth.emulator.events.Schedule;
import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Referent;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import java.util.List;
import java.util.Optional;

/** A rule of the account's own event bus: it is for events, or comes when it is due. */
final class EventsRule implements Deployable {
    private static final String SCHEDULE = "ScheduleExpression";
    private static final Schema SCHEMA = Schema.of("AWS::Events::Rule")
            .named("Name")
            .honours("EventPattern", SCHEDULE, "State", "Targets")
            .passesOver(Reasons.NO_IDENTITIES, "RoleArn")
            .passesOver(Reasons.NO_OPERATIONS, "Description")
            .ref(Referent::name)
            .attribute("Arn", rule -> arn(rule.stack().account(), rule.name()))
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource rule) {
        return Phase.TRIGGERS;
    }

    @Override
    public void deploy(StackResource rule, Plan plan, Services services) {
        Properties properties = rule.properties();
        if (properties.text("State").filter("DISABLED"::equals).isPresent()) return;
        List<RuleTarget> targets = properties.each("Targets", EventsRule::target);
        Optional<EventPattern> pattern = properties.node("EventPattern").map(EventPattern::new);
        pattern.ifPresent(events -> services.bus().addRule(events, targets));
        if (pattern.isPresent() && properties.text(SCHEDULE).isEmpty()) return;
        String expression = properties.need(SCHEDULE);
        services.timetable()
                .add(
                        arn(plan.stack().account(), rule.name()),
                        properties.valid(SCHEDULE, () -> Schedule.of(expression)),
                        targets);
    }

    private static String arn(Account account, String name) {
        return account.arn("events", "rule/" + name);
    }

    /** Events reach their target inside this JVM, so neither a retry nor dead letters of the rule are ever needed. */
    private static RuleTarget target(Properties target) {
        target.need("Id");
        target.node("DeadLetterConfig");
        target.node("RetryPolicy");
        String arn = target.need("Arn");
        if (!arn.startsWith("arn:aws:lambda:") && !arn.startsWith("arn:aws:sqs:"))
            throw target.unsupported("Arn", "events go to functions and queues here, not to " + arn);
        return new RuleTarget(arn, target.text("Input"));
    }
}
