/** The emotion garden: a face's mood chooses pictures, likes teach it which, and a gardener tends them. */
@NullMarked
package booth.garden;

import org.jspecify.annotations.NullMarked;
