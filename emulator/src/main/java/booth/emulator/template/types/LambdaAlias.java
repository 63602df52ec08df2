package booth.emulator.template.types;

import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;

/** An alias is its function, under a name of its own. */
final class LambdaAlias implements ResourceType {
    private static final Schema SCHEMA = Schema.of("AWS::Lambda::Alias")
            .honours("FunctionName", "Name")
            .passesOver(Reasons.NAMES_ONLY, "FunctionVersion", "Description")
            .ref(alias -> alias.arn("lambda", "function:" + alias.text("FunctionName") + ":" + alias.text("Name")))
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }
}
