/** The garden's HTTP API: pictures and those who tend them. */
@NullMarked
package booth.garden.api;

import org.jspecify.annotations.NullMarked;
