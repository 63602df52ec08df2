package booth.local.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The committed template; tests of the stack hold that it is the one that is deployed to AWS, but for the bot for LINE. */
final class Templates {
    private static final Path SYNTHESIZED = Path.of("../cdk/PhotoBooth.template.json");
    private static final Path GARDEN = SYNTHESIZED.resolveSibling("Garden.template.json");
    /** Holds {@code models/}. */
    static final Path WEIGHTS = Path.of("../vision");

    private static final JsonMapper JSON = new JsonMapper();

    private Templates() {}

    /** As it is: SAM runs in the function, on the weights of its layer. */
    static Path synthesized() {
        if (!Files.isRegularFile(SYNTHESIZED))
            throw new AssertionError("There is no template at "
                    + SYNTHESIZED.toAbsolutePath().normalize()
                    + "; run './booth template' in the project's folder first.");
        return SYNTHESIZED;
    }

    /**
     * As the synthesis makes it where {@code samEndpoint} is configured: SAM is a SageMaker endpoint, and nobody needs
     * the layer with its weights.
     *
     * @param folder to write the template to
     */
    static Path withSamEndpoint(Path folder) {
        try {
            JsonNode template = JSON.readTree(Files.readAllBytes(synthesized()));
            ObjectNode resources = (ObjectNode) template.path("Resources");
            resources.forEach(Templates::askTheEndpoint);
            resources.properties().removeIf(entry -> isA(entry.getValue(), "AWS::Lambda::LayerVersion"));
            Path file = folder.resolve(SYNTHESIZED.getFileName());
            Files.write(file, JSON.writeValueAsBytes(template));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #withSamEndpoint}, and the garden's beside it. */
    static Path withGarden(Path folder) {
        try {
            Path booth = withSamEndpoint(folder);
            Files.copy(GARDEN, folder.resolve(GARDEN.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            return booth;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As {@link #withSamEndpoint}, where {@code privateCallbacks} is set too: webhooks may go to this machine.
     *
     * @param folder to write the template to
     */
    static Path withPrivateCallbacks(Path folder) {
        Path file = withSamEndpoint(folder);
        try {
            JsonNode template = JSON.readTree(Files.readAllBytes(file));
            for (JsonNode resource : template.path("Resources"))
                if (resource.at("/Properties/Environment/Variables/CALLBACK_QUEUE_URL")
                        .isObject())
                    ((ObjectNode) resource.at("/Properties/Environment/Variables")).put("PRIVATE_CALLBACKS", "true");
            Files.write(file, JSON.writeValueAsBytes(template));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void askTheEndpoint(JsonNode resource) {
        ObjectNode properties = (ObjectNode) resource.path("Properties");
        if (properties.path("DefinitionSubstitutions") instanceof ObjectNode names) names.put("SamRuns", "elsewhere");
        if (!isA(resource, "AWS::Lambda::Function") || properties.remove("Layers") == null) return;
        ObjectNode variables = (ObjectNode) properties.at("/Environment/Variables");
        variables.remove("MODELS_DIR");
        variables.put("SAM_ENDPOINT", "sam");
    }

    private static boolean isA(JsonNode resource, String type) {
        return resource.path("Type").asText().equals(type);
    }
}
