package booth.emulator.template.types;

import booth.emulator.template.Plan;
import booth.emulator.template.Referent;
import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;
import booth.emulator.template.StackResource;
import java.nio.file.Path;
import java.util.Optional;

/** A layer: it stays where the synthesis put it, or where the settings say, and functions are told where that is. */
final class LambdaLayerVersion implements ResourceType {
    /** Of an ARN, {@code arn:aws:lambda:us-east-1:000000000000:layer:Weights:1}. */
    private static final int NAME = 6;

    private static final Schema SCHEMA = Schema.of("AWS::Lambda::LayerVersion")
            .honours("Content")
            .passesOver(
                    Reasons.CLASS_PATH,
                    "CompatibleArchitectures",
                    "CompatibleRuntimes",
                    "Description",
                    "LayerName",
                    "LicenseInfo")
            .ref(LambdaLayerVersion::arn)
            .build();

    private static String arn(Referent layer) {
        return layer.arn("lambda", "layer:" + layer.id() + ":1");
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    /** The folder of a layer of the template. */
    static Optional<Path> find(String arn, Plan plan) {
        String id = arn.split(":", -1)[NAME];
        return plan.all(LambdaLayerVersion.class)
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .map(layer -> content(layer, plan));
    }

    private static Path content(StackResource layer, Plan plan) {
        return layer.properties()
                .inside("Content", content -> {
                    content.need("S3Bucket");
                    String name = content.need("S3Key").replaceFirst("\\.zip$", "");
                    return plan.opt().orElseGet(() -> plan.asset(name));
                })
                .orElse(plan.assets());
    }
}
