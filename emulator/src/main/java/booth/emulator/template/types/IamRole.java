package booth.emulator.template.types;

import booth.emulator.account.Account;
import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;

/** A role does nothing here, but functions and state machines mention it. */
final class IamRole implements ResourceType {
    private static final Schema SCHEMA = Schema.of("AWS::IAM::Role")
            .doesNothingHere(Reasons.NO_IDENTITIES)
            .named("RoleName")
            .ref(role -> role.name())
            .attribute("Arn", role -> arn(role.stack().account(), role.name()))
            .build();

    static String arn(Account account, String name) {
        return "arn:aws:iam::" + account.id() + ":role/" + name;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }
}
