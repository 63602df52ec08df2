/** What is right and what is wrong with an AWS account, before and after the stack is deployed to it. */
@NullMarked
package booth.cli.doctor;

import org.jspecify.annotations.NullMarked;
