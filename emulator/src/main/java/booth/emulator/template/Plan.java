package booth.emulator.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a template comes to in a stack: everything is checked and computed, and nothing made yet.
 *
 * @param assets the folder in which the synthesis left its assets
 * @param opt what functions find below {@code /opt}; empty where that is what their layers' assets hold
 * @param resources those that do something here and whose conditions hold, in the template's order
 * @param outputs those whose conditions hold, by name
 * @param exportNames under which later stacks find outputs, by the outputs' names
 * @param made all resources whose conditions hold, in the template's order
 */
public record Plan(
        Stack stack,
        Path assets,
        Optional<Path> opt,
        List<StackResource> resources,
        Map<String, String> outputs,
        Map<String, String> exportNames,
        List<Deployer.Made> made) {
    public Plan {
        made = List.copyOf(made);
        resources = List.copyOf(resources);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        exportNames = Collections.unmodifiableMap(new LinkedHashMap<>(exportNames));
    }

    /** @throws Unsupported naming the resource, its type and the property that is not supported */
    public static Plan of(Template template, Registry types, Stack stack) {
        Resolver resolver = new Resolver(template, types, stack);
        List<Resource> wanted = template.resources().filter(resolver::isThere).toList();
        wanted.forEach(types::check);
        List<StackResource> resources = wanted.stream()
                .filter(resource -> types.of(resource).schema().nothingHere().isEmpty())
                .map(resolver::resolved)
                .toList();
        return new Plan(
                stack,
                template.assets(),
                template.opt(),
                resources,
                resolver.outputs(),
                resolver.exportNames(),
                wanted.stream().map(resolver::made).toList());
    }

    /** A resource that is made into something. */
    public record Step(StackResource resource, Deployable type) {
        private Phase phase() {
            return type.phase(resource);
        }
    }

    /** The resources that are made into something, in the order in which they are made. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (StackResource resource : resources)
            if (resource.type() instanceof Deployable type) steps.add(new Step(resource, type));
        steps.sort(Comparator.comparing(Step::phase)); // within a phase the order stays
        return steps;
    }

    /** What the stack exports, by the names of the exports. */
    public Map<String, String> exports() {
        Map<String, String> exports = new TreeMap<>();
        exportNames.forEach((output, export) -> exports.put(export, outputs.getOrDefault(output, "")));
        return exports;
    }

    /** The resources of one type, in the template's order. */
    public Stream<StackResource> all(Class<? extends ResourceType> type) {
        return resources.stream().filter(resource -> type.isInstance(resource.type()));
    }

    /** Where the synthesis left an asset, {@code asset.<name>}. */
    public Path asset(String name) {
        return assets.resolve("asset." + name);
    }
}
