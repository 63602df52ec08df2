/** The whole house at work: the synthesized template in the embedded cloud, photos in, pictures out. */
@NullMarked
package booth.local.pipeline;

import org.jspecify.annotations.NullMarked;
