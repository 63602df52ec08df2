package booth.asl.definition;

import java.util.Optional;

/** Has a {@link booth.asl.TaskService} do something. */
public record TaskState(
        String name,
        Resource resource,
        Optional<Template> arguments,
        Optional<Template> timeoutSeconds,
        Optional<Template> heartbeatSeconds,
        Optional<Template> credentials,
        Recovery recovery,
        Outcome outcome)
        implements RecoverableState {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.task(this);
    }
}
