package booth.linebot;

import booth.core.Refused;
import booth.core.job.ObjectStore;
import com.linecorp.bot.webhook.model.TextMessageContent;
import java.util.List;

/**
 * The bot's own words. They are replies, which cost nothing; one that comes too late or twice is left unsaid.
 *
 * <p>Among several the bot listens to what is said to it by name, and to the wish to have photos deleted.
 */
final class Talk {
    private final LineClient line;
    private final ObjectStore store;
    private final Forget forget;
    private final int keptDays;

    /**
     * @param store the jobs bucket
     * @param keptDays how long photos and pictures are kept
     */
    Talk(LineClient line, ObjectStore store, Forget forget, int keptDays) {
        this.line = line;
        this.store = store;
        this.forget = forget;
        this.keptDays = keptDays;
    }

    void greet(Chat chat, String replyToken) {
        Language language = languageOf(chat);
        reply(Words.of(language, "greeting", keptDays), language, replyToken);
    }

    void said(TextMessageContent message, Chat chat, String replyToken) {
        String text = Saying.withoutNames(message);
        Saying saying = Saying.of(text);
        if (chat.isOfOne() || Saying.isToTheBot(message) || saying == Saying.DELETE)
            answer(saying, text, chat, replyToken);
    }

    /** @param data of one of the {@link Buttons} */
    void pressed(String data, Chat chat, String replyToken) {
        switch (data) {
            case Buttons.SURPRISE -> answer(Saying.SURPRISE, "", chat, replyToken);
            case Buttons.PORTRAIT -> answer(Saying.PORTRAIT, "", chat, replyToken);
            case Buttons.HELP -> answer(Saying.HELP, "", chat, replyToken);
            default -> answer(Saying.MASK, data.replaceFirst("^" + Buttons.MASK, ""), chat, replyToken);
        }
    }

    private void answer(Saying saying, String text, Chat chat, String replyToken) {
        Language language = languageOf(chat);
        String words = switch (saying) {
            case DELETE -> Words.of(language, "erased", forget.everythingOf(chat.guestHash()));
            case HELP -> Words.of(language, "help", keptDays);
            case PORTRAIT -> chosen(Choice.PORTRAIT, chat, Words.of(language, "portrait"));
            case SURPRISE -> chosen(Choice.SURPRISE, chat, Words.of(language, "surprise"));
            case MASK -> mask(text, chat, language);
        };
        reply(words, language, replyToken);
    }

    private String mask(String text, Chat chat, Language language) {
        try {
            return chosen(Choice.ofMasks(text), chat, Words.of(language, "mask", text));
        } catch (Refused e) { // too long, or nothing at all
            return Words.of(language, "help", keptDays);
        }
    }

    private String chosen(Choice choice, Chat chat, String words) {
        choice.remember(chat, store);
        return words;
    }

    /** @param code of a refused photo */
    void refused(String code, Chat chat, String replyToken) {
        Language language = languageOf(chat);
        reply(Words.find(language, code).orElseGet(() -> Words.of(language, "failed")), language, replyToken);
    }

    /** @param key of the words */
    void say(String key, Chat chat, String replyToken) {
        Language language = languageOf(chat);
        reply(Words.of(language, key), language, replyToken);
    }

    private Language languageOf(Chat chat) {
        return Language.of(line.languageOf(chat));
    }

    private void reply(String words, Language language, String replyToken) {
        if (!replyToken.isEmpty())
            line.reply(replyToken, List.of(Message.text(words).offering(Buttons.in(language))));
    }
}
