/** One class for each type of resource: what a template may say of it, what others learn of it, and how it is deployed. */
@NullMarked
package booth.emulator.template.types;

import org.jspecify.annotations.NullMarked;
