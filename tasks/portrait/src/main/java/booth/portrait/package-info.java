/** Portrait mode: the people of a photo stay sharp, what is behind them does not. */
@NullMarked
package booth.portrait;

import org.jspecify.annotations.NullMarked;
