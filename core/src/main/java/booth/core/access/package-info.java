/** Who may use the API: booth keys, and the links with which devices get them. */
@NullMarked
package booth.core.access;

import org.jspecify.annotations.NullMarked;
