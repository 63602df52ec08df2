/** An AWS account in this JVM: servers on loopback and a template deployed into them, over AWS's own wire protocols. */
@NullMarked
package booth.emulator;

import org.jspecify.annotations.NullMarked;
