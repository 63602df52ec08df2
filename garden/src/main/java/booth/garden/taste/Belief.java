package booth.garden.taste;

import java.util.random.RandomGenerator;

/**
 * How good a picture is thought to be in a context. What the context itself has shown counts fully; where that is little,
 * the belief leans on what the coarser contexts have shown: generation and gender each for itself, then everybody, then
 * all pictures beside it. That is shrinkage as in an empirical Bayes estimate (Efron and Morris, 1975): a new context
 * is not blind, and one that has seen much goes by its own eyes. The figures are those that did best in halls of simulated
 * guests ({@code SimulationTest}), half and twice of them nearly as well.
 */
record Belief(Evidence evidence) {
    /** How many looks a belief always takes over from the coarser one. */
    private static final double LEAST = 3;
    /** How many at most: so many of its own weigh as much as all that others have seen. */
    private static final double MOST = 20;

    /** @param all what is known of all pictures that stand beside this one */
    static Belief of(Arm arm, Context context, Evidence all) {
        Belief everybody = new Belief(Evidence.of(all.rate(), LEAST)).over(arm.everybody());
        boolean generation = context.generation().isPresent();
        boolean gender = context.gender().isPresent();
        if (!generation && !gender) return everybody;
        if (!gender) return everybody.lent().over(arm.generation(context));
        if (!generation) return everybody.lent().over(arm.gender(context));
        Belief alike = everybody
                .lent()
                .over(arm.generation(context))
                .with(everybody.lent().over(arm.gender(context)));
        return alike.lent().over(arm.exactly(context));
    }

    private Belief over(Evidence own) {
        return new Belief(evidence.plus(own));
    }

    /** Both as one, each with half a voice. */
    private Belief with(Belief other) {
        double rate = (evidence.rate() + other.evidence.rate()) / 2;
        return new Belief(Evidence.of(rate, Math.min(evidence.shows(), other.evidence.shows())));
    }

    /** What a finer context takes over. */
    private Belief lent() {
        return new Belief(Evidence.of(evidence.rate(), Math.min(MOST, LEAST + evidence.shows())));
    }

    /** One of the rates that may be the true one, each as often as it is likely to be. */
    double sample(RandomGenerator random) {
        return BetaSample.of(evidence.likes(), evidence.shows() - evidence.likes(), random);
    }
}
