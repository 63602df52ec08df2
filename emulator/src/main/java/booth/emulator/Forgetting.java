package booth.emulator;

import java.util.Optional;

/**
 * Which executions go with an object. AWS keeps an execution for ninety days after its end, and nobody can delete one. Who
 * embeds a cloud and knows what its executions are about may have them forgotten here with what they were about.
 */
@FunctionalInterface
public interface Forgetting {
    /** All are kept, as on AWS. */
    Forgetting NOTHING = (cloud, bucket, key) -> Optional.empty();

    /**
     * An object is deleted.
     *
     * @return how the names of executions begin that are forgotten with it, as soon as they have ended
     */
    Optional<String> executionsWith(EmbeddedCloud cloud, String bucket, String key);
}
