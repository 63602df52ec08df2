package booth.cli;

import java.util.Map;

/**
 * A deployed stack within reach. Its endpoints, region and credentials are where the AWS SDK looks for them; only the
 * names that CloudFormation made up have to be told.
 */
public interface Cloud extends AutoCloseable {
    /** The stack's outputs, e.g. {@code JobsBucket}. */
    Map<String, String> outputs();

    @Override
    void close();
}
