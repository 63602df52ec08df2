package booth.painter.garden.wish;

import java.util.Optional;

/**
 * The person whose portrait a prompt asks for, as the words have it. A word of the negative text takes its thing away
 * whatever the prompt says.
 *
 * @param age in years
 */
public record Sitter(
        boolean woman,
        int age,
        boolean glasses,
        boolean sunglasses,
        boolean smile,
        boolean beard,
        boolean mustache,
        boolean eyesOpen,
        boolean mouthOpen,
        Mood mood) {

    private static final String WOMAN = "woman women girl lady female grandmother she her mother";
    private static final String MAN = "man men boy gentleman male grandfather he his father";
    private static final String ANYBODY = "portrait person face human people";

    /** Empty where the prompt speaks of nobody. */
    public static Optional<Sitter> of(String prompt, String negative) {
        Words words = new Words(prompt);
        Words unwanted = new Words(negative);
        boolean woman = words.any(WOMAN);
        if (!woman && !words.any(MAN) && !words.any(ANYBODY)) {
            return Optional.empty();
        }
        int age = words.age()
                .orElse(
                        words.any("girl boy child kid")
                                ? 9
                                : words.any("old elderly grandmother grandfather") ? 72 : 32);
        Mood mood = words.best(Mood.values(), Mood::words).orElse(Mood.HAPPY);
        boolean sunglasses = has("sunglasses", words, unwanted);
        return Optional.of(new Sitter(
                woman,
                age,
                !sunglasses && has("glasses eyeglasses spectacles", words, unwanted),
                sunglasses,
                has("smile smiling smiles laughing grin", words, unwanted),
                !woman && has("beard bearded", words, unwanted),
                !woman && has("mustache moustache", words, unwanted),
                !words.any("closed") && !unwanted.any("eyes"),
                words.any("mouth laughing") && !unwanted.any("mouth"),
                mood));
    }

    private static boolean has(String thing, Words words, Words unwanted) {
        return words.any(thing) && !unwanted.any(thing);
    }
}
