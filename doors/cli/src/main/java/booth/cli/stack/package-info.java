/** Which deployed stack a command is about, and the clients of the AWS services behind it. */
@NullMarked
package booth.cli.stack;

import org.jspecify.annotations.NullMarked;
