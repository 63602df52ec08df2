package booth.cli.jobs;

import booth.cli.terminal.ShortId;
import booth.core.operating.OperationResult;
import java.util.OptionalInt;

/** What replaying or canceling a job came to, as a line of text. */
final class ResultText {
    private ResultText() {}

    /** @param columns of the terminal */
    static String of(OperationResult result, OptionalInt columns) {
        String word = switch (result.result()) {
            case NOT_REPLAYED -> "not replayed: ";
            case CANCELED -> "canceled: ";
            case NOT_CANCELED -> "not canceled: ";
            case REDRIVEN, NEW_EXECUTION, NOTHING_TO_DO -> "";
        };
        return ShortId.of(result.jobId(), columns) + "  " + word
                + result.message().replace(result.jobId() + "-", "…-");
    }
}
