/** The command line. It talks to a cloud, embedded or real, through HTTP and AWS APIs only. */
@NullMarked
package booth.cli;

import org.jspecify.annotations.NullMarked;
