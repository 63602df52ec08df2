package booth.emulator.template.types;

import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;

/** A type whose resources do nothing here and that nobody refers to. */
record PassedOver(Schema schema) implements ResourceType {
    /** @param reason why they mean nothing on one machine */
    PassedOver(String type, String reason) {
        this(Schema.of(type).doesNothingHere(reason).build());
    }
}
