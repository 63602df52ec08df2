package booth.cli;

import java.util.Map;

/** A deployed stack within reach: the names that CloudFormation made up, and how to build clients that find them. */
public interface Stack extends AutoCloseable {
    String USUAL_STACK = "PhotoBooth";

    /** The stack's name, with which CloudFormation begins the names of what it makes. */
    default String stack() {
        return USUAL_STACK;
    }

    /** The stack's outputs, e.g. {@code JobsBucket}. */
    Map<String, String> outputs();

    /** How its services are reached; where the AWS SDK looks by itself unless somebody said more. */
    default AwsConnection reach() {
        return AwsConnection.ofTheSdk();
    }

    @Override
    void close();
}
