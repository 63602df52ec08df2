/** The synthesized CloudFormation template: read, resolved, and turned into running things. */
@NullMarked
package booth.local.template;

import org.jspecify.annotations.NullMarked;
