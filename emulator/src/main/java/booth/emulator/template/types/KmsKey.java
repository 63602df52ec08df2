package booth.emulator.template.types;

import booth.emulator.template.Referent;
import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;

/** A key encrypts nothing here, but what it would encrypt mentions it. */
final class KmsKey implements ResourceType {
    private static final Schema SCHEMA = Schema.of("AWS::KMS::Key")
            .doesNothingHere(Reasons.NO_ENCRYPTION)
            .ref(Referent::id)
            .attribute("Arn", key -> key.arn("kms", "key/" + key.name()))
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }
}
