package booth.emulator.account;

/**
 * Whose resources these are: what ARNs are made of and what requests are signed with. The secret is no secret; it only
 * makes signatures verifiable, as they are on AWS.
 *
 * @param id twelve digits
 */
public record Account(String id, String region, String accessKey, String secretKey) {
    /** @param resource the ARN's last part, {@code function:Detect} */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
    }
}
