package booth.asl.run;

import booth.asl.definition.TaskState;
import java.util.Optional;

/** Starts the attempts of Task states. */
final class TaskBehaviour {
    private static final int MOST_SECONDS = 99_999_999;

    private final Desk desk;
    private final Walker walker;

    TaskBehaviour(Desk desk, Walker walker) {
        this.desk = desk;
        this.walker = walker;
    }

    void begin(Visit visit, TaskState state) {
        visit.newAttempt();
        visit.token(state.resource().hasTaskToken() ? Optional.of(TaskTokens.create()) : Optional.empty());
        var schedule = schedule(visit, state);
        new TaskAttempt(desk, walker, visit, state).start(schedule);
    }

    void resume(Visit visit, TaskState state) {
        new TaskAttempt(desk, walker, visit, state).resume();
    }

    private TaskEvents.Schedule schedule(Visit visit, TaskState state) {
        var evaluation = desk.evaluator().of(visit);
        var arguments = evaluation.optional(state.arguments(), "Arguments").orElse(visit.input());
        return new TaskEvents.Schedule(
                Payload.withinLimit(arguments, state.name()),
                evaluation.whole(state.timeoutSeconds(), "TimeoutSeconds", 1, MOST_SECONDS),
                evaluation.whole(state.heartbeatSeconds(), "HeartbeatSeconds", 1, MOST_SECONDS),
                evaluation.optional(state.credentials(), "Credentials"));
    }
}
