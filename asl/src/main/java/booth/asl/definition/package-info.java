/** A valid state machine as sealed records, field by field as its definition has them. */
@NullMarked
package booth.asl.definition;

import org.jspecify.annotations.NullMarked;
