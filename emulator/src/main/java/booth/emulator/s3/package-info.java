/** S3 in this JVM: S3Proxy over a folder, with the events and the atomic conditions that it lacks. */
@NullMarked
package booth.emulator.s3;

import org.jspecify.annotations.NullMarked;
