package booth.aws;

import booth.core.Json;
import booth.core.job.ExecutionInput;
import booth.core.job.Executions;
import booth.core.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.SfnException;

/**
 * Executions of Step Functions. The service takes a name once in 90 days: while the first is open it answers a second
 * start with the same execution, afterwards with {@code ExecutionAlreadyExists}; either way there is one.
 */
public final class StepFunctionsExecutions implements Executions {
    /** An execution may have 25,000 events; where it ended is told by its last ones. */
    private static final int LAST_EVENTS = 500;

    private static final Set<String> ENTERED = Set.of("MapStateEntered", "ParallelStateEntered");
    private static final Set<String> BEGUN = Set.of("MapIterationStarted", "ParallelStateStarted");
    private static final Set<String> LEFT = Set.of("MapStateExited", "ParallelStateExited");

    private final SfnClient stepFunctions;
    private final String stateMachineArn;

    public StepFunctionsExecutions(SfnClient stepFunctions, String stateMachineArn) {
        this.stepFunctions = stepFunctions;
        this.stateMachineArn = stateMachineArn;
    }

    /** Asks for an execution that never was; a no is an answer, too. */
    @Override
    public void prime() {
        try {
            find(new JobId("0".repeat(32)).executionName(0));
        } catch (SfnException e) {
            return; // this function may only start executions
        }
    }

    /** The ARN of an execution of this state machine. */
    public String arn(String name) {
        return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name;
    }

    @Override
    public void start(String name, ExecutionInput input) {
        try {
            RetryableErrors.asBusy(() -> stepFunctions.startExecution(
                    start -> start.stateMachineArn(stateMachineArn).name(name).input(Json.text(input))));
        } catch (ExecutionAlreadyExistsException e) {
            return; // that is what was wanted
        }
    }

    @Override
    public Optional<Run> find(String name) {
        try {
            return Optional.of(run(RetryableErrors.asBusy(
                    () -> stepFunctions.describeExecution(describe -> describe.executionArn(arn(name))))));
        } catch (ExecutionDoesNotExistException e) {
            return Optional.empty();
        }
    }

    private static Run run(DescribeExecutionResponse told) {
        boolean redrivable = told.redriveStatus() == ExecutionRedriveStatus.REDRIVABLE;
        return new Run(
                told.name(),
                state(told),
                Optional.ofNullable(told.error()),
                Optional.ofNullable(told.redriveCount()).orElse(0),
                redrivable
                        ? Optional.empty()
                        : Optional.of(
                                Optional.ofNullable(told.redriveStatusReason()).orElse("It cannot be redriven.")));
    }

    private static State state(DescribeExecutionResponse told) {
        return switch (told.status()) {
            case SUCCEEDED -> State.SUCCEEDED;
            case FAILED -> State.FAILED;
            case TIMED_OUT -> State.TIMED_OUT;
            case ABORTED -> State.ABORTED;
            case RUNNING, PENDING_REDRIVE, UNKNOWN_TO_SDK_VERSION -> State.RUNNING;
        };
    }

    @Override
    public Optional<String> endedIn(String name) {
        List<HistoryEvent> newestFirst = RetryableErrors.asBusy(
                        () -> stepFunctions.getExecutionHistory(history -> history.executionArn(arn(name))
                                .reverseOrder(true)
                                .includeExecutionData(false)
                                .maxResults(LAST_EVENTS)))
                .events();
        return outermost(newestFirst)
                .map(entered -> entered.stateEnteredEventDetails().name());
    }

    /**
     * Follows the way that led to the last event back to the state that was entered last. A Map or Parallel that was left
     * on the way is passed over; of one that was not, it is the state itself that counts, whatever was entered inside.
     */
    private static Optional<HistoryEvent> outermost(List<HistoryEvent> newestFirst) {
        Optional<HistoryEvent> found = Optional.empty();
        int passing = 0;
        long next = 0;
        for (HistoryEvent event : newestFirst) {
            String type = event.typeAsString();
            boolean onTheWay = next == 0 ? !type.startsWith("Execution") : event.id() == next;
            if (!onTheWay) continue;
            next = event.previousEventId();
            if (LEFT.contains(type)) passing++;
            else if (passing > 0 && ENTERED.contains(type)) passing--;
            else if (passing == 0 && BEGUN.contains(type)) found = Optional.empty();
            else if (passing == 0 && found.isEmpty() && event.stateEnteredEventDetails() != null)
                found = Optional.of(event);
            if (next == 0) break;
        }
        return found;
    }

    @Override
    public boolean redrive(String name, String token) {
        try {
            RetryableErrors.asBusy(() -> stepFunctions.redriveExecution(
                    redrive -> redrive.executionArn(arn(name)).clientToken(token)));
            return true;
        } catch (ExecutionNotRedrivableException e) {
            return false;
        }
    }

    @Override
    public void stop(String name, String error, String cause) {
        RetryableErrors.asBusy(() -> stepFunctions.stopExecution(
                stop -> stop.executionArn(arn(name)).error(error).cause(cause)));
    }
}
