/** How a device comes to a booth's key. */
@NullMarked
package booth.api.access;

import org.jspecify.annotations.NullMarked;
