@NullMarked
package booth.local.s3;

import org.jspecify.annotations.NullMarked;
