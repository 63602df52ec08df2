package booth.linebot;

import booth.linebot.Message.Action;
import booth.linebot.Message.Item;
import booth.linebot.Message.QuickReply;
import java.util.List;
import java.util.stream.Stream;

/** The fixed set of quick replies: some masks and kinds of masks, chance, the portrait, help. LINE shows 13 at most. */
final class Buttons {
    static final String MASK = "mask=";
    static final String SURPRISE = "surprise";
    static final String PORTRAIT = "portrait";
    static final String HELP = "help";

    /** Ids of masks and tags in the catalogue of {@code tasks/monster}. */
    static final List<String> MASKS = List.of("cute", "scary", "kitsune", "tiger", "robot", "dokkaebi", "rabbit");

    private Buttons() {}

    static QuickReply in(Language language) {
        return new QuickReply(
                Stream.concat(MASKS.stream().map(mask -> MASK + mask), Stream.of(SURPRISE, PORTRAIT, HELP))
                        .map(data -> item(language, data))
                        .toList());
    }

    private static Item item(Language language, String data) {
        String label = Words.of(language, "label." + data.replace(MASK, ""));
        return new Item("action", new Action("postback", label, data, label));
    }
}
