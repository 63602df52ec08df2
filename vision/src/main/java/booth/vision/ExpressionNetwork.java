package booth.vision;

import java.util.ArrayList;
import java.util.List;

/** The expression network of face-api: four dense blocks of separable convolutions and seven outputs. */
final class ExpressionNetwork {
    private static final int BLOCKS = 4;
    private final List<Block> blocks = new ArrayList<>();
    private final Dense output;

    ExpressionNetwork(Models models) {
        Weights weights = new Weights(
                models.file("face_expression_model-weights_manifest.json"), models.file("face_expression_model.bin"));
        for (int i = 0; i < BLOCKS; i++) blocks.add(Block.of(weights, "dense" + i, i == 0));
        output = weights.dense("fc");
    }

    /** Probabilities in the order of {@link Mood.Expression}. */
    float[] read(Tensor face) {
        Tensor at = face;
        for (Block block : blocks) at = block.apply(at);
        return output.softmax(at.mean());
    }

    private record Block(Layer first, Layer second, Layer third, Layer fourth) {
        static Block of(Weights weights, String name, boolean entry) {
            return new Block(
                    entry ? weights.convolution(name + "/conv0", 2) : weights.separable(name + "/conv0", 2),
                    weights.separable(name + "/conv1", 1),
                    weights.separable(name + "/conv2", 1),
                    weights.separable(name + "/conv3", 1));
        }

        Tensor apply(Tensor input) {
            Tensor one = first.apply(input).relu();
            Tensor two = one.plus(second.apply(one));
            Tensor three = two.plus(third.apply(two.relu()));
            return three.plus(fourth.apply(three.relu())).relu();
        }
    }
}
