package booth.vision;

import java.util.List;

/** The age and gender network of face-api: a tiny Xception. */
final class AgeGenderNetwork {
    /**
     * @param age years
     * @param male probability, 0 to 1
     */
    record Guess(double age, double male) {}

    private final Layer entry;
    private final Reduction firstReduction;
    private final Reduction secondReduction;
    private final List<Middle> middle;
    private final Reduction lastReduction;
    private final Layer exit;
    private final Dense age;
    private final Dense gender;

    AgeGenderNetwork(Models models) {
        Weights weights =
                new Weights(models.file("age_gender_model-weights_manifest.json"), models.file("age_gender_model.bin"));
        entry = weights.convolution("entry_flow/conv_in", 2);
        firstReduction = Reduction.of(weights, "entry_flow/reduction_block_0");
        secondReduction = Reduction.of(weights, "entry_flow/reduction_block_1");
        middle =
                List.of(Middle.of(weights, "middle_flow/main_block_0"), Middle.of(weights, "middle_flow/main_block_1"));
        lastReduction = Reduction.of(weights, "exit_flow/reduction_block");
        exit = weights.separable("exit_flow/separable_conv", 1);
        age = weights.dense("fc/age");
        gender = weights.dense("fc/gender");
    }

    Guess read(Tensor face) {
        Tensor at = entry.apply(face).relu();
        at = firstReduction.apply(at, at);
        at = secondReduction.apply(at, at.relu());
        for (Middle block : middle) at = block.apply(at);
        at = lastReduction.apply(at, at.relu());
        float[] features = exit.apply(at).relu().mean();
        return new Guess(age.apply(features)[0], gender.softmax(features)[0]);
    }

    private record Reduction(Layer first, Layer second, Layer shortcut) {
        static Reduction of(Weights weights, String name) {
            return new Reduction(
                    weights.separable(name + "/separable_conv0", 1),
                    weights.separable(name + "/separable_conv1", 1),
                    weights.convolution(name + "/expansion_conv", 2));
        }

        Tensor apply(Tensor input, Tensor activated) {
            Tensor deep = second.apply(first.apply(activated).relu()).maxPool();
            return deep.plus(shortcut.apply(input));
        }
    }

    private record Middle(Layer first, Layer second, Layer third) {
        static Middle of(Weights weights, String name) {
            return new Middle(
                    weights.separable(name + "/separable_conv0", 1),
                    weights.separable(name + "/separable_conv1", 1),
                    weights.separable(name + "/separable_conv2", 1));
        }

        Tensor apply(Tensor input) {
            Tensor at = first.apply(input.relu());
            at = second.apply(at.relu());
            return third.apply(at.relu()).plus(input);
        }
    }
}
