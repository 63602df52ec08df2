package booth.emulator.template;

/**
 * A type of resources that templates may have, {@code AWS::SQS::Queue}. One that is {@link Deployable} is made into something
 * that runs. Resources of the others are read by those that they belong to, as a route is by its API's stage, or only give
 * names, or do nothing here.
 */
@FunctionalInterface
public interface ResourceType {
    /** What a template may say of such a resource, and what others learn of it. */
    Schema schema();
}
