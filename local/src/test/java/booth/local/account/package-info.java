@NullMarked
package booth.local.account;

import org.jspecify.annotations.NullMarked;
