package booth.asl.run;

import booth.asl.definition.TaskState;
import java.util.Optional;

/** Starts the attempts of Task states. */
final class TaskBehaviour {
    private static final int MOST_SECONDS = 99_999_999;

    private final RunContext context;
    private final Stepper stepper;

    TaskBehaviour(RunContext context, Stepper stepper) {
        this.context = context;
        this.stepper = stepper;
    }

    void begin(StateRun stateRun, TaskState state) {
        stateRun.newAttempt();
        stateRun.token(state.resource().hasTaskToken() ? Optional.of(TaskTokens.create()) : Optional.empty());
        var schedule = schedule(stateRun, state);
        new TaskAttempt(context, stepper, stateRun, state).start(schedule);
    }

    void resume(StateRun stateRun, TaskState state) {
        new TaskAttempt(context, stepper, stateRun, state).resume();
    }

    private TaskEvents.Schedule schedule(StateRun stateRun, TaskState state) {
        var evaluation = context.evaluator().of(stateRun);
        var arguments = evaluation.optional(state.arguments(), "Arguments").orElse(stateRun.input());
        return new TaskEvents.Schedule(
                Payload.withinLimit(arguments, state.name()),
                evaluation.whole(state.timeoutSeconds(), "TimeoutSeconds", 1, MOST_SECONDS),
                evaluation.whole(state.heartbeatSeconds(), "HeartbeatSeconds", 1, MOST_SECONDS),
                evaluation.optional(state.credentials(), "Credentials"));
    }
}
