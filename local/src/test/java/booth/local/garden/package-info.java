/** The garden of the committed templates, in the embedded cloud. */
@NullMarked
package booth.local.garden;

import org.jspecify.annotations.NullMarked;
