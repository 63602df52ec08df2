/** What must not be lost when the process dies: small files, each there whole or not at all. */
@NullMarked
package booth.emulator.spool;

import org.jspecify.annotations.NullMarked;
