package booth.cdk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * A bucket as its users see it: by its name, so that what a bucket notifies may itself use the bucket, which a
 * CloudFormation reference would forbid as a circle.
 */
record NamedBucket(String name) {
    /** Bucket names are unique in the world; the account and region make them so. */
    static NamedBucket of(String stack, String role) {
        return new NamedBucket(String.join("-", stack.toLowerCase(Locale.ROOT), role, Aws.ACCOUNT_ID, Aws.REGION));
    }

    String arn() {
        return "arn:" + Aws.PARTITION + ":s3:::" + name;
    }

    /**
     * To list keys that begin so, and to tell a missing object from a forbidden one: without it S3 answers 403 for both,
     * and for that it takes the object's own key as the prefix (as Ceph found out, ceph/ceph#68577).
     *
     * @param prefixes e.g. {@code photo/*}
     */
    PolicyStatement list(String... prefixes) {
        return PolicyStatement.Builder.create()
                .actions(List.of("s3:ListBucket"))
                .resources(List.of(arn()))
                .conditions(Map.of("StringLike", Map.of("s3:prefix", List.of(prefixes))))
                .build();
    }

    /** @param keys key patterns, e.g. {@code photo/*} */
    PolicyStatement read(String... keys) {
        return statement(List.of("s3:GetObject"), objects(keys));
    }

    PolicyStatement write(String... keys) {
        return statement(List.of("s3:PutObject"), objects(keys));
    }

    /** To write files of jobs, and to take them back from one that was erased meanwhile, as its record says. */
    PolicyStatement[] writeUnlessErased(String... keys) {
        return new PolicyStatement[] {write(keys), read("photo/*/job.json"), delete(keys)};
    }

    PolicyStatement delete(String... keys) {
        return statement(List.of("s3:DeleteObject"), objects(keys));
    }

    private Stream<String> objects(String... keys) {
        return Stream.of(keys).map(key -> arn() + "/" + key);
    }

    private static PolicyStatement statement(List<String> actions, Stream<String> resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(resources.toList())
                .build();
    }
}
