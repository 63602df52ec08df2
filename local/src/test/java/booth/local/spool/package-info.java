@NullMarked
package booth.local.spool;

import org.jspecify.annotations.NullMarked;
