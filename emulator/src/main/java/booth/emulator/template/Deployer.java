package booth.emulator.template;

import java.util.List;
import java.util.Map;

/** Turns a template into running things. Everything is checked before anything is made. */
public final class Deployer {
    private final Registry types;
    private final Services services;

    public Deployer(Registry types, Services services) {
        this.types = types;
        this.services = services;
    }

    /**
     * @throws Unsupported naming the resource, its type and the property that is not supported
     */
    public Deployed deploy(Template template, Stack stack) {
        Plan plan = Plan.of(template, types, stack);
        for (Plan.Step step : plan.steps()) step.type().deploy(step.resource(), plan, services);
        return new Deployed(plan.outputs(), plan.made());
    }

    /** The template's outputs, and what there is now of its resources, in its order. */
    public record Deployed(Map<String, String> outputs, List<Made> made) {}

    /**
     * A resource that is there.
     *
     * @param id logical id
     * @param physicalId what {@code Ref} gives, or its name where that is not known
     * @param type {@code AWS::SQS::Queue}
     */
    public record Made(String id, String physicalId, String type) {}
}
