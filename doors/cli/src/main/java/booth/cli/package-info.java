/** The command line. It talks to a stack, embedded or deployed, through HTTP and AWS APIs only. */
@NullMarked
package booth.cli;

import org.jspecify.annotations.NullMarked;
