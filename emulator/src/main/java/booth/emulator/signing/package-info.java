/** Whether a request comes from who it says: version 4 of AWS's signature, verified. */
@NullMarked
package booth.emulator.signing;

import org.jspecify.annotations.NullMarked;
