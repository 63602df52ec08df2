/**
 * AWS's wire protocols on loopback: JSON 1.0 and 1.1, query with XML answers, and REST. Services implement one of the
 * three interfaces and throw {@link booth.emulator.wire.ServiceError}; the server knows how each protocol says it.
 */
@NullMarked
package booth.emulator.wire;

import org.jspecify.annotations.NullMarked;
