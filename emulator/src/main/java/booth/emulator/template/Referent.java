package booth.emulator.template;

import java.util.function.UnaryOperator;

/**
 * The resource that a {@code Ref} or {@code Fn::GetAtt} is about.
 *
 * @param id logical id
 * @param name physical name
 * @param property computes a property of the resource to its text
 */
public record Referent(String id, String name, Stack stack, UnaryOperator<String> property) {
    /** The text of a property, intrinsic functions in it computed; empty when it is not there. */
    public String text(String name) {
        return property.apply(name);
    }

    /** @param resource the ARN's last part, {@code function:Detect} */
    public String arn(String service, String resource) {
        return stack.account().arn(service, resource);
    }
}
