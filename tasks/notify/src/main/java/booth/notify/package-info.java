/** Says how a job stands: writes its end into job.json, publishes it, and pushes every change to whoever watches. */
@NullMarked
package booth.notify;

import org.jspecify.annotations.NullMarked;
