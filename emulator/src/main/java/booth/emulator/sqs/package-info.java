/** SQS in this JVM: ElasticMQ behind a loopback port. */
@NullMarked
package booth.emulator.sqs;

import org.jspecify.annotations.NullMarked;
