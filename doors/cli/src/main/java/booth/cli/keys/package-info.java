/** The command {@code keys}: issues, lists and revokes the keys of the HTTP API. */
@NullMarked
package booth.cli.keys;

import org.jspecify.annotations.NullMarked;
