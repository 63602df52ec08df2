package booth.emulator.template;

/** A type whose resources are made into something that runs. */
public interface Deployable extends ResourceType {
    /** When the resource is made. */
    Phase phase(StackResource resource);

    /**
     * Makes the resource, or brings that of an earlier run up to date.
     *
     * @param plan the resource among the others
     * @param services where it is made; the resources of earlier phases are there
     * @throws Unsupported naming the property whose value cannot be had here
     */
    void deploy(StackResource resource, Plan plan, Services services);
}
