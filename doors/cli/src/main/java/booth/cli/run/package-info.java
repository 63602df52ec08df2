/** The command {@code run}: sends photos, shows how they fare and saves what comes out. */
@NullMarked
package booth.cli.run;

import org.jspecify.annotations.NullMarked;
