package booth.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A synthesized template, {@code <Stack>.template.json}.
 *
 * @param stack the file's name before the first dot
 * @param assets the folder the template lies in, where the synthesis leaves its assets
 * @param opt what every function finds below {@code /opt}; empty where that is what its layers' assets hold
 * @param json the whole document
 */
public record Template(String stack, Path assets, Optional<Path> opt, JsonNode json) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SECTIONS = List.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Resources",
            "Outputs",
            "Parameters",
            "Conditions",
            "Mappings",
            "Metadata",
            "Rules");

    public Template {
        json.fieldNames().forEachRemaining(section -> {
            if (!SECTIONS.contains(section))
                throw new Unsupported("The template has a section " + section + ", which is not supported here.");
        });
    }

    /**
     * In their order.
     *
     * @throws IllegalStateException when one is not there, or two make the same stack
     */
    public static List<Template> readAll(List<Path> files, Optional<Path> opt) {
        List<Template> templates = files.stream().map(file -> read(file, opt)).toList();
        Set<String> names = new HashSet<>();
        for (Template template : templates)
            if (!names.add(template.stack()))
                throw new IllegalStateException(
                        "Two of the templates " + files + " make a stack " + template.stack() + "; a stack has one.");
        return templates;
    }

    /** @throws IllegalStateException when the file is not there */
    public static Template read(Path file, Optional<Path> opt) {
        if (!Files.isRegularFile(file))
            throw new IllegalStateException("There is no template " + file + "; synthesize it.");
        try {
            Path absolute = file.toAbsolutePath();
            String name = String.valueOf(absolute.getFileName());
            return new Template(
                    name.substring(0, name.indexOf('.')),
                    Optional.ofNullable(absolute.getParent()).orElse(absolute),
                    opt,
                    JSON.readTree(Files.readAllBytes(absolute)));
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + file + " cannot be read", e);
        }
    }

    /** Every resource, in the template's order; whether its condition holds is not asked here. */
    Stream<Resource> resources() {
        return json.path("Resources").properties().stream()
                .map(entry -> new Resource(
                        entry.getKey(),
                        entry.getValue().path("Type").asText(),
                        Optional.<JsonNode>ofNullable(entry.getValue().get("Properties"))
                                .orElseGet(JSON::createObjectNode)));
    }

    /** Name of the condition a resource depends on. */
    Optional<String> condition(String id) {
        return Optional.ofNullable(json.path("Resources").path(id).get("Condition"))
                .map(JsonNode::asText);
    }
}
