/** HTTP: requests that find their operation, keys and their limits, answers and problem documents. */
@NullMarked
package booth.http;

import org.jspecify.annotations.NullMarked;
