/** Procedural backdrops: keeps the people of a photo and paints a new world behind them. */
@NullMarked
package booth.painter;

import org.jspecify.annotations.NullMarked;
