package booth.linebot;

import booth.core.Refused;
import booth.core.job.ErasureAwareStore;
import com.linecorp.bot.webhook.model.ContentProvider;
import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.EventMode;
import com.linecorp.bot.webhook.model.FollowEvent;
import com.linecorp.bot.webhook.model.ImageMessageContent;
import com.linecorp.bot.webhook.model.JoinEvent;
import com.linecorp.bot.webhook.model.LeaveEvent;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.PostbackEvent;
import com.linecorp.bot.webhook.model.ReplyEvent;
import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UnfollowEvent;
import com.linecorp.bot.webhook.model.UnsendEvent;
import java.time.Instant;
import java.util.Optional;

/** What the bot does about each event of a chat. Doing it again changes nothing: events may come twice. */
final class Conversation {
    private final LineClient line;
    private final Talk talk;
    private final ReceivePhoto receivePhoto;
    private final Forget forget;

    Conversation(LineClient line, Talk talk, ReceivePhoto receivePhoto, Forget forget) {
        this.line = line;
        this.talk = talk;
        this.receivePhoto = receivePhoto;
        this.forget = forget;
    }

    void handle(Event event) {
        Optional<Chat> chat = Chat.of(event.source());
        if (chat.isPresent() && event.mode() != EventMode.STANDBY) handle(event, chat.get());
    }

    private void handle(Event event, Chat chat) {
        if (event instanceof MessageEvent message) said(message, chat);
        else if (event instanceof PostbackEvent pressed)
            talk.pressed(pressed.postback().data(), chat, token(pressed));
        else if (event instanceof FollowEvent follow) talk.greet(chat, token(follow));
        else if (event instanceof JoinEvent join) talk.greet(chat, token(join));
        else if (event instanceof UnsendEvent taken)
            forget.photoIn(taken.unsend().messageId());
        else if (event instanceof UnfollowEvent || event instanceof LeaveEvent) forget.everythingOf(chat.hash());
    }

    private void said(MessageEvent event, Chat chat) {
        if (event.message() instanceof ImageMessageContent image) photo(image, event, chat);
        else if (event.message() instanceof TextMessageContent text) talk.said(text, chat, token(event));
        else if (chat.isOfOne()) talk.say("images_only", chat, token(event));
    }

    /** What lies elsewhere than with LINE is not fetched: the address would be a stranger's choice. */
    private void photo(ImageMessageContent image, MessageEvent event, Chat chat) {
        if (image.contentProvider() != null && image.contentProvider().type() == ContentProvider.Type.EXTERNAL) {
            talk.say("images_only", chat, token(event));
            return;
        }
        try {
            receivePhoto.receive(image.id(), note(event, chat));
        } catch (Refused e) {
            if (!e.code().equals(ErasureAwareStore.CODE)) talk.refused(e.code(), chat, token(event));
        }
    }

    private Note note(MessageEvent event, Chat chat) {
        Language language = Language.of(line.languageOf(chat));
        return new Note(chat, token(event), Instant.ofEpochMilli(event.timestamp()), language);
    }

    private static String token(ReplyEvent event) {
        return Optional.ofNullable(event.replyToken()).orElse("");
    }
}
