/** What guests like: their likes, what is learned from them, and which pictures come first for whom. */
@NullMarked
package booth.garden.taste;

import org.jspecify.annotations.NullMarked;
