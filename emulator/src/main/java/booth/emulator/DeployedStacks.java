package booth.emulator;

import booth.emulator.template.Deployer;
import booth.emulator.template.Plan;
import booth.emulator.template.Services;
import booth.emulator.template.Stack;
import booth.emulator.template.Stacks;
import booth.emulator.template.Template;
import booth.emulator.template.types.ResourceTypes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the templates of a cloud become: stacks, in their order, each with its outputs. */
final class DeployedStacks {
    private final List<Template> templates;
    private final Stacks service = new Stacks();
    private volatile Map<String, Map<String, String>> outputs = Map.of();

    /** Nothing is deployed yet. */
    DeployedStacks(Settings settings) {
        templates = Template.readAll(settings.templates(), settings.opt());
    }

    /** CloudFormation, as those ask it who look for a stack. */
    Stacks service() {
        return service;
    }

    /** In the order in which they are deployed. */
    List<String> names() {
        return templates.stream().map(Template::stack).toList();
    }

    /** By name; empty before they are deployed. */
    Map<String, Map<String, String>> outputs() {
        return outputs;
    }

    /** @param where they are, but for their names */
    void deploy(Services services, Stack where) {
        Map<String, Map<String, String>> made = new LinkedHashMap<>();
        List<Plan> plans = new Deployer(ResourceTypes.ALL, services).deploy(templates, where);
        for (int i = 0; i < plans.size(); i++) {
            service.add(templates.get(i), plans.get(i));
            made.put(templates.get(i).stack(), plans.get(i).outputs());
        }
        outputs = Collections.unmodifiableMap(made);
    }
}
