/** API Gateway's HTTP APIs: routes of a template that call functions, with payload format 2.0 in both directions. */
@NullMarked
package booth.emulator.api;

import org.jspecify.annotations.NullMarked;
