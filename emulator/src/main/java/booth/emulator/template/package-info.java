/** The synthesized CloudFormation template: read, resolved, and turned into running things. */
@NullMarked
package booth.emulator.template;

import org.jspecify.annotations.NullMarked;
