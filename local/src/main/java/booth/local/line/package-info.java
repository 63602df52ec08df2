/**
 * What stands for LINE on a laptop: the Messaging API towards the bot, and the guest's app, a page, towards people. It keeps
 * LINE's rules and knows nothing of the bot but where its webhook is.
 */
@NullMarked
package booth.local.line;

import org.jspecify.annotations.NullMarked;
