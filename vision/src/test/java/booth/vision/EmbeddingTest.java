package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import booth.core.image.Mask;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {
    private static final int GROUP_OF_FIVE = 5;

    /** Half a per mille of a mask is less than its outline's own uncertainty by far. */
    @Test
    void masksOfAStoredEmbeddingAreThoseOfTheOneThatWasStored() {
        Embedding seen = Samples.embedding(GROUP_OF_FIVE);
        byte[] stored = seen.toBytes();

        assertThat(stored.length).isBetween(8 << 20, (8 << 20) + 1024);
        Embedding read = Embedding.ofBytes(ByteBuffer.wrap(stored));
        assertThat(read.width()).isEqualTo(seen.width());
        assertThat(read.height()).isEqualTo(seen.height());
        for (Face face : Samples.faces(GROUP_OF_FIVE)) {
            Mask exact = Samples.SAM.segment(seen, face.box());
            Mask again = Samples.SAM.segment(read, face.box());
            double overlap = Sam2Test.overlap(exact, again);
            assertThat(overlap).isGreaterThanOrEqualTo(.999);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 16, 1000})
    void bytesThatAreNoEmbeddingAreSaidToBeNone(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Embedding.ofBytes(ByteBuffer.allocate(length)))
                .withMessageContaining("no embedding");
    }

    @Test
    void anEmbeddingOfAnImpossiblePhotoIsNone() {
        byte[] stored = Samples.embedding(GROUP_OF_FIVE).toBytes();
        ByteBuffer.wrap(stored).putInt(Long.BYTES, -1);

        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.ofBytes(ByteBuffer.wrap(stored)));
    }
}
