package booth.linebot;

import com.linecorp.bot.webhook.model.Mentionee;
import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UserMentionee;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a guest means by a text. Anything that is no word of these names a mask, which the task that puts masks on
 * understands, or says that it does not.
 */
enum Saying {
    DELETE(Set.of("delete", "erase", "削除", "消去", "삭제", "지워줘", "删除", "刪除")),
    HELP(Set.of("help", "?", "ヘルプ", "使い方", "도움말", "사용법", "帮助", "幫助")),
    PORTRAIT(Set.of("portrait", "ポートレート", "인물", "인물 사진", "인물사진", "人像", "肖像")),
    SURPRISE(Set.of("surprise", "random", "おまかせ", "랜덤", "아무거나", "随机", "隨機")),
    MASK(Set.of());

    private static final String QUOTES = "^[\\s\"'「『“]+|[\\s\"'」』”!！.。]+$";

    private final Set<String> words;

    Saying(Set<String> words) {
        this.words = words;
    }

    static Saying of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll(QUOTES, "");
        for (Saying saying : values()) if (saying.words.contains(plain)) return saying;
        return MASK;
    }

    /** Whether the bot itself is spoken to by name, as it must be among several. */
    static boolean isToTheBot(TextMessageContent message) {
        return mentions(message).stream()
                .anyMatch(one -> one instanceof UserMentionee user && Boolean.TRUE.equals(user.isSelf()));
    }

    /** The text without the names in it. */
    static String withoutNames(TextMessageContent message) {
        StringBuilder text = new StringBuilder(message.text());
        mentions(message).stream()
                .filter(one -> one.index() != null && one.length() != null)
                .filter(one -> one.index() >= 0 && one.length() >= 0 && one.index() + one.length() <= text.length())
                .sorted((one, other) -> other.index().compareTo(one.index()))
                .forEach(one -> text.delete(one.index(), Math.min(text.length(), one.index() + one.length())));
        return text.toString().strip();
    }

    private static List<Mentionee> mentions(TextMessageContent message) {
        if (message.mention() == null || message.mention().mentionees() == null) return List.of();
        return message.mention().mentionees();
    }
}
