package booth.emulator.template.types;

import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;

/** A version is its function, under a name of its own. */
final class LambdaVersion implements ResourceType {
    private static final String NUMBER = "1";

    private static final Schema SCHEMA = Schema.of("AWS::Lambda::Version")
            .honours("FunctionName")
            .passesOver(Reasons.NAMES_ONLY, "Description", "CodeSha256")
            .ref(version -> version.arn("lambda", "function:" + version.text("FunctionName") + ":" + NUMBER))
            .attribute("Version", version -> NUMBER)
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }
}
