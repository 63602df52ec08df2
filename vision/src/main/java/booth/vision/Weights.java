package booth.vision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The learned numbers of a TensorFlow.js network: a manifest that names and shapes each array, and one file with the
 * numbers, as 32-bit floats or as bytes with a scale and a minimum.
 */
final class Weights {
    private static final JsonMapper JSON = new JsonMapper();
    private final Path manifest;
    private final Map<String, Values> arrays = new HashMap<>();

    /** @throws UncheckedIOException if a file cannot be read, {@link IllegalStateException} if the two do not match */
    Weights(Path manifest, Path numbers) {
        this.manifest = manifest;
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(numbers)).order(ByteOrder.LITTLE_ENDIAN);
            for (Group group : JSON.readValue(manifest.toFile(), Group[].class))
                for (Entry entry : group.weights) arrays.put(entry.name, entry.read(bytes));
            if (bytes.hasRemaining())
                throw new IllegalStateException(
                        numbers + " is " + bytes.remaining() + " bytes longer than " + manifest + " says.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the network " + manifest, e);
        }
    }

    Layer.Convolution convolution(String name, int stride) {
        return convolution(name + "/filters", name + "/bias", stride);
    }

    Layer.Separable separable(String name, int stride) {
        Layer.Convolution pointwise = convolution(name + "/pointwise_filter", name + "/bias", 1);
        return new Layer.Separable(array(name + "/depthwise_filter").numbers, pointwise, stride);
    }

    Dense dense(String name) {
        return new Dense(array(name + "/weights").numbers, array(name + "/bias").numbers);
    }

    private Layer.Convolution convolution(String filters, String bias, int stride) {
        Values values = array(filters);
        return new Layer.Convolution(values.numbers, array(bias).numbers, values.shape[0], stride);
    }

    private Values array(String name) {
        Values values = arrays.get(name);
        if (values == null) throw new IllegalStateException(manifest + " has no array named " + name);
        return values;
    }

    private static final class Values {
        private final int[] shape;
        private final float[] numbers;

        Values(int[] shape, float[] numbers) {
            this.shape = shape;
            this.numbers = numbers;
        }
    }

    @JsonIgnoreProperties("paths")
    private record Group(List<Entry> weights) {}

    private record Entry(
            String name,
            List<Integer> shape,
            String dtype,
            @Nullable Quantization quantization) {
        Values read(ByteBuffer bytes) {
            int[] sizes = shape.stream().mapToInt(Integer::intValue).toArray();
            int count = 1;
            for (int size : sizes) count *= size;
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++)
                numbers[i] = quantization == null ? bytes.getFloat() : quantization.read(bytes.get());
            return new Values(sizes, numbers);
        }
    }

    private record Quantization(String dtype, double scale, double min) {
        float read(byte stored) {
            return (float) ((stored & 0xff) * scale + min);
        }
    }
}
