package booth.asl.run;

import booth.asl.definition.TaskState;
import java.util.Optional;

/** Starts the attempts of a Task. */
final class TaskBehaviour extends Behaviour {
    private static final int MOST_SECONDS = 99_999_999;

    private final TaskState state;

    TaskBehaviour(RunContext context, Stepper stepper, StateRun stateRun, TaskState state) {
        super(context, stepper, stateRun);
        this.state = state;
    }

    @Override
    void begin() {
        stateRun.newAttempt();
        stateRun.token(state.resource().hasTaskToken() ? Optional.of(TaskTokens.create()) : Optional.empty());
        var schedule = schedule();
        attempt().start(schedule);
    }

    @Override
    void resume() {
        if (stateRun.call().isPresent()) attempt().resume();
        super.resume();
    }

    private TaskAttempt attempt() {
        return new TaskAttempt(context, stepper, stateRun, state);
    }

    private TaskEvents.Schedule schedule() {
        var evaluation = evaluation();
        var arguments = evaluation.optional(state.arguments(), "Arguments").orElse(stateRun.input());
        return new TaskEvents.Schedule(
                Payload.withinLimit(arguments, state.name()),
                evaluation.whole(state.timeoutSeconds(), "TimeoutSeconds", 1, MOST_SECONDS),
                evaluation.whole(state.heartbeatSeconds(), "HeartbeatSeconds", 1, MOST_SECONDS),
                evaluation.optional(state.credentials(), "Credentials"));
    }
}
