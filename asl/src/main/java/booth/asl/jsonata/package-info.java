/** JSONata as AWS Step Functions speaks it, over the dashjoin port of the reference implementation; internal. */
@NullMarked
package booth.asl.jsonata;

import org.jspecify.annotations.NullMarked;
