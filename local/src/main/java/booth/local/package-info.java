/** The embedded cloud: deploys the synthesized template into one JVM, over AWS's own wire protocols. */
@NullMarked
package booth.local;

import org.jspecify.annotations.NullMarked;
