package booth.cli.timeline;

import java.util.List;
import java.util.Optional;

/**
 * One visit to a state.
 *
 * @param type {@code Task}, {@code Map}, …
 * @param startMillis since the execution started
 * @param millis from entering the state to leaving it
 * @param reads names of the job's files in what its task was given
 * @param gives names of the job's files in what came back
 * @param error of a state that is no task
 * @param parts the iterations of a Map, the branches of a Parallel
 */
public record Step(
        String state,
        String type,
        long startMillis,
        Optional<Long> millis,
        Outcome outcome,
        List<Attempt> attempts,
        List<String> reads,
        List<String> gives,
        Optional<String> error,
        Optional<String> cause,
        List<Part> parts) {
    public Step {
        attempts = List.copyOf(attempts);
        reads = List.copyOf(reads);
        gives = List.copyOf(gives);
        parts = List.copyOf(parts);
    }

    /**
     * One iteration or branch.
     *
     * @param index from 0, as Step Functions counts
     */
    public record Part(int index, Outcome outcome, List<Step> steps) {
        public Part {
            steps = List.copyOf(steps);
        }
    }
}
