/** What people type and see: tables, ages, short ids, exit codes, and the errors they can mend. */
@NullMarked
package booth.cli.terminal;

import org.jspecify.annotations.NullMarked;
