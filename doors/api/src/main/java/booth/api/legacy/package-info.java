/** The routes of existing clients, with the shapes they know. */
@NullMarked
package booth.api.legacy;

import org.jspecify.annotations.NullMarked;
