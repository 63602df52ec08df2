/**
 * An interpreter of the <a href="https://states-language.net/spec.html">Amazon States Language</a>, JSONata dialect.
 * Here: what it wants of the world outside, tasks and a clock, and what it tells of its executions.
 */
@NullMarked
package booth.asl;

import org.jspecify.annotations.NullMarked;
