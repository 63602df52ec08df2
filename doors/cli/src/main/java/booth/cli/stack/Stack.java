package booth.cli.stack;

import java.util.Map;

/** A deployed stack: the names that CloudFormation made up, and how to build clients that find them. */
public interface Stack extends AutoCloseable {
    String DEFAULT_NAME = "PhotoBooth";

    /** The stack's name, with which CloudFormation begins the names of what it makes. */
    default String name() {
        return DEFAULT_NAME;
    }

    /** The stack's outputs, e.g. {@code JobsBucket}. */
    Map<String, String> outputs();

    /** How its services are called; as the AWS SDK finds out by itself unless more is given. */
    default AwsConnection connection() {
        return AwsConnection.ofTheSdk();
    }

    @Override
    void close();
}
