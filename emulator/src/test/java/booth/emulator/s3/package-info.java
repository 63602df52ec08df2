@NullMarked
package booth.emulator.s3;

import org.jspecify.annotations.NullMarked;
