package booth.vision;

import java.util.Comparator;
import java.util.Map;

/**
 * What one face seems to express, and roughly how old it looks. Guesses of two small networks: good at clear smiles,
 * rough at age (so the range is wide) and wrong about one face in ten at gender.
 *
 * @param expressions probability of each of the seven expressions; together 1
 * @param age years, the network's single guess
 * @param ageLow lower end of the range to show, at least 0
 * @param ageHigh upper end of the range to show
 * @param male probability of being male, 0 to 1
 * @param smile likelihood of a smile, 0 to 1
 * @param eyesOpen likelihood that the eyes are open, 0 to 1
 * @param mouthOpen likelihood that the lips are apart, 0 to 1
 */
public record Mood(
        Map<Expression, Double> expressions,
        double age,
        int ageLow,
        int ageHigh,
        double male,
        double smile,
        double eyesOpen,
        double mouthOpen) {

    /** The seven expressions, in the order of the network's output. */
    public enum Expression {
        NEUTRAL,
        HAPPY,
        SAD,
        ANGRY,
        FEARFUL,
        DISGUSTED,
        SURPRISED
    }

    public Mood {
        expressions = Map.copyOf(expressions);
        if (expressions.size() != Expression.values().length) {
            throw new IllegalArgumentException("A mood weighs all seven expressions, not " + expressions.keySet());
        }
    }

    /** Probability of one expression, 0 to 1. */
    public double probability(Expression expression) {
        return expressions.getOrDefault(expression, 0.0);
    }

    /** The likeliest expression. */
    public Expression strongest() {
        return expressions.entrySet().stream()
                .max(Map.Entry.<Expression, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}
