/** The one account and region that everything on this machine belongs to. */
@NullMarked
package booth.emulator.account;

import org.jspecify.annotations.NullMarked;
