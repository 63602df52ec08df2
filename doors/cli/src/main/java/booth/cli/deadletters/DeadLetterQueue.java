package booth.cli.deadletters;

import java.util.List;

/**
 * A queue of what nobody could handle.
 *
 * @param sources names of the queues whose messages end here; none where a function or a rule puts them here itself
 * @param waiting messages that can be received
 * @param held messages that somebody has received and not deleted
 */
public record DeadLetterQueue(String name, String url, String arn, List<String> sources, int waiting, int held) {
    private static final String MADE_UP = "[0-9A-F]{8}(-[A-Za-z0-9]+)?$";

    /** The name without what CloudFormation and the CDK add to it. */
    static String shortened(String name, String stack) {
        String inStack = name.startsWith(stack + "-") ? name.substring(stack.length() + 1) : name;
        return inStack.replaceFirst(MADE_UP, "").replaceFirst("DeadLettersQueue$", "DeadLetters");
    }
}
