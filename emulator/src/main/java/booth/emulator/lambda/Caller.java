package booth.emulator.lambda;

/**
 * Whose call of a function it is, for the line before a busy one: tenants take turns there, and a tenant's own calls go
 * by age.
 *
 * @param tenant any name; calls that belong to nobody share the empty one
 * @param since what orders the calls of a tenant, an instant in ISO 8601 for instance; equal ones go as they came
 */
public record Caller(String tenant, String since) {
    /** Of calls that nobody is said to have made: first come, first served. */
    public static final Caller NOBODY = new Caller("", "");
}
