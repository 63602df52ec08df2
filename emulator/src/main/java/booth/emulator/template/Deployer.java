package booth.emulator.template;

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
     * @return the template's outputs
     * @throws Unsupported naming the resource, its type and the property that is not supported
     */
    public Map<String, String> deploy(Template template, Stack stack) {
        Plan plan = Plan.of(template, types, stack);
        for (Plan.Step step : plan.steps()) step.type().deploy(step.resource(), plan, services);
        return plan.outputs();
    }
}
