@NullMarked
package booth.linebot;

import org.jspecify.annotations.NullMarked;
