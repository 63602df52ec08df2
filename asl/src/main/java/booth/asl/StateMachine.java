package booth.asl;

/** A definition. */
public record StateMachine(String definition) {
    /** @throws InvalidDefinition with every finding */
    public static StateMachine parse(String definitionJson) {
        return new StateMachine(definitionJson);
    }
}
