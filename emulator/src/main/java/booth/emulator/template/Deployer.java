package booth.emulator.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns templates into running things, each a stack. Everything of all is checked before anything is made. */
public final class Deployer {
    private final Registry types;
    private final Services services;

    public Deployer(Registry types, Services services) {
        this.types = types;
        this.services = services;
    }

    /**
     * Deploys them in their order; a stack may import what those before it export.
     *
     * @param where every stack is, but for its name
     * @throws Unsupported naming the resource, its type and the property that is not supported
     */
    public List<Plan> deploy(List<Template> templates, Stack where) {
        List<Plan> plans = plan(templates, types, where);
        for (Plan plan : plans) for (Plan.Step step : plan.steps()) step.type().deploy(step.resource(), plan, services);
        return plans;
    }

    static List<Plan> plan(List<Template> templates, Registry types, Stack where) {
        List<Plan> plans = new ArrayList<>();
        Map<String, String> exports = new TreeMap<>(where.outside().exports());
        for (Template template : templates) {
            Plan plan = Plan.of(template, types, where.called(template.stack(), exports));
            plan.exports().forEach((name, value) -> {
                if (exports.putIfAbsent(name, value) != null)
                    throw new Unsupported("Export with name " + name + " of " + template.stack()
                            + " is already exported by a stack before it.");
            });
            plans.add(plan);
        }
        return plans;
    }

    /**
     * A resource that is there.
     *
     * @param id logical id
     * @param physicalId what {@code Ref} gives, or its name where that is not known
     * @param type {@code AWS::SQS::Queue}
     */
    public record Made(String id, String physicalId, String type) {}
}
