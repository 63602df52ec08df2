package booth.emulator.secrets;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A value of a secret.
 *
 * @param stages what it is called by now, {@code AWSCURRENT}
 * @param text the value, or else
 * @param binary the value in base64
 */
record SecretVersion(String id, Instant created, Set<String> stages, Optional<String> text, Optional<String> binary) {
    static final String CURRENT = "AWSCURRENT";
    static final String PREVIOUS = "AWSPREVIOUS";

    SecretVersion {
        stages = Set.copyOf(stages);
    }

    SecretVersion at(Set<String> newStages) {
        return new SecretVersion(id, created, newStages, text, binary);
    }

    /** @param idOrStage {@code AWSCURRENT}, or the version's id */
    boolean answersTo(String idOrStage) {
        return id.equals(idOrStage) || stages.contains(idOrStage);
    }

    boolean says(Optional<String> otherText, Optional<String> otherBinary) {
        return text.equals(otherText) && binary.equals(otherBinary);
    }

    /** Without the value: what is printed ends up in logs. */
    @Override
    public String toString() {
        return "version " + id + " " + stages;
    }
}
