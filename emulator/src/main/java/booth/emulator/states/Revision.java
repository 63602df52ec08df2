package booth.emulator.states;

import java.time.Instant;

/** One definition of a machine; executions keep the revision they started with. */
record Revision(String id, String definition, String roleArn, Instant updated) {
    boolean sameAs(Revision other) {
        return definition.equals(other.definition()) && roleArn.equals(other.roleArn());
    }
}
