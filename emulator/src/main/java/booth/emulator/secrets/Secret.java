package booth.emulator.secrets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A secret.
 *
 * @param deletion when it goes for good; empty for one that nobody deleted
 */
record Secret(
        String arn,
        String name,
        Optional<String> description,
        Instant created,
        Instant changed,
        Optional<Instant> deletion,
        List<SecretVersion> versions) {
    /** Between a secret's name and the six characters at the end of its ARN. */
    private static final int SUFFIX = 7;

    Secret {
        versions = List.copyOf(versions);
    }

    /** @param id name, ARN, or the ARN without the six characters at its end */
    boolean answersTo(String id) {
        return name.equals(id)
                || arn.equals(id)
                || arn.substring(0, arn.length() - SUFFIX).equals(id);
    }

    /** @param idOrStage {@code AWSCURRENT}, or a version's id */
    Optional<SecretVersion> version(String idOrStage) {
        return versions.stream().filter(version -> version.answersTo(idOrStage)).findFirst();
    }

    /** With one more value, which takes its stages from those before it; a version without any is no more. */
    Secret with(SecretVersion added) {
        List<SecretVersion> kept = new ArrayList<>();
        for (SecretVersion old : versions) {
            Set<String> stages = new TreeSet<>(old.stages());
            stages.removeAll(added.stages());
            if (added.stages().contains(SecretVersion.CURRENT)) {
                stages.remove(SecretVersion.PREVIOUS);
                if (old.stages().contains(SecretVersion.CURRENT)) stages.add(SecretVersion.PREVIOUS);
            }
            if (!stages.isEmpty()) kept.add(old.at(stages));
        }
        kept.add(added);
        return new Secret(arn, name, description, created, added.created(), deletion, kept);
    }

    Secret deleted(Optional<Instant> when) {
        return new Secret(arn, name, description, created, changed, when, versions);
    }

    /** Without its values. */
    @Override
    public String toString() {
        return arn;
    }
}
