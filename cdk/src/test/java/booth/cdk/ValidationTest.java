package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/** The CDK's own validator, which the build leaves out for the time it takes: here it has its turn, once. */
class ValidationTest {
    @TempDir
    private Path folder;

    @Test
    void itFindsThePlantedMistakeAndNoOther() throws IOException {
        PhotoBoothStack stack = TestProject.in(folder).stack(Map.of());
        var queue = (CfnResource) stack.getNode()
                .findChild("GenerationQueue")
                .getNode()
                .findChild("Queue")
                .getNode()
                .getDefaultChild();
        queue.addPropertyOverride("VisibilityTimeout", 50_000);
        assertThat(violations(stack)).containsExactly("VisibilityTimeout: 50000 is greater than the maximum of 43200");
    }

    private List<String> violations(PhotoBoothStack stack) throws IOException {
        IConstruct root = stack.getNode().getRoot();
        Validations.of(root)
                .addPlugins(CloudFormationValidatePlugin.Builder.create().build());
        ((App) root).synth();
        var report = Synthesized.json(Files.readString(folder.resolve("cdk.out/validation-report.json")));
        return report.findValues("description").stream().map(JsonNode::asText).toList();
    }
}
