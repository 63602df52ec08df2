/** The booth on a laptop: the emulator with the booth's template, models and pages, and the command that starts it. */
@NullMarked
package booth.local;

import org.jspecify.annotations.NullMarked;
