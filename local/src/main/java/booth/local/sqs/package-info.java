/** SQS in this JVM: ElasticMQ behind a loopback port. */
@NullMarked
package booth.local.sqs;

import org.jspecify.annotations.NullMarked;
