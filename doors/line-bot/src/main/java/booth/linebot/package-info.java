/** LINE's chats: a photo comes in as a message, its pictures go back as messages. */
@NullMarked
package booth.linebot;

import org.jspecify.annotations.NullMarked;
