/** Values, ports, errors and image arithmetic shared by every task. Knows neither AWS nor the models. */
@NullMarked
package booth.core;

import org.jspecify.annotations.NullMarked;
