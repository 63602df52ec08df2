@NullMarked
package booth.local.web;

import org.jspecify.annotations.NullMarked;
