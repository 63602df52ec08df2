/** Who may use the API: booth keys. */
@NullMarked
package booth.core.access;

import org.jspecify.annotations.NullMarked;
