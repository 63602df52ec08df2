/** The HTTP API that booths use: {@code openapi.json} describes it, {@link booth.api.ApiHandler} answers it. */
@NullMarked
package booth.api;

import org.jspecify.annotations.NullMarked;
