package booth.mergemask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Refused;
import booth.core.function.Invocation;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.PixelRect;
import booth.core.job.InMemoryObjectStore;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeMaskTest {
    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final MergeMaskHandler handler = new MergeMaskHandler(store);

    @Test
    void twoFacesBecomeOneMask() {
        write("face-1.png", new PixelRect(0, 0, 512, 32));
        write("face-2.png", new PixelRect(256, 16, 768, 64));

        String answer = invoke("'face-1.png','face-2.png'", "");

        Mask expected = mask(new PixelRect(0, 0, 512, 32));
        expected.or(mask(new PixelRect(256, 16, 768, 64)));
        assertThat(merged()).isEqualTo(expected);
        assertThat(answer).isEqualTo("{\"mask\":\"mask_me.png\",\"kept\":0.5625}");
    }

    @Test
    void theMaskIsAPngOfNothingButBlackAndWhite() {
        write("face-1.png", new PixelRect(100, 10, 200, 50));

        invoke("'face-1.png'", "");

        byte[] file = store.read("mask_me.png");
        BufferedImage image = ImageBytes.decode("mask_me.png", file);
        int[] samples = image.getRaster().getPixels(0, 0, 1024, 64, (int[]) null);
        assertThat(Arrays.copyOfRange(file, 1, 4)).asString().isEqualTo("PNG");
        assertThat(Arrays.stream(samples).distinct()).containsExactlyInAnyOrder(0, 255);
        assertThat(image.getRGB(150, 30)).isEqualTo(0xff000000);
        assertThat(image.getRGB(250, 30)).isEqualTo(0xffffffff);
    }

    @Test
    void glassesAreKeptWholeAndDoNotWrapAroundTheEdge() {
        write("face-1.png", new PixelRect(0, 0, 1, 1));

        invoke("'face-1.png'", "[1000,60,1100,90],[-5,10,3,12]");

        Mask merged = merged();
        assertThat(merged.keptPixels()).isEqualTo(1 + 24 * 4 + 3 * 2);
        assertThat(merged.kept(1023, 63)).isTrue();
        assertThat(merged.kept(2, 11)).isTrue();
    }

    @Test
    void whereOneFaceIsKeptSoAreOnlyTheGlassesOnIt() {
        write("face-2.png", new PixelRect(500, 0, 520, 20));

        Invocation.of(
                handler,
                "{'frame':{'key':'frame.png','width':1024,'height':64},'masks':['face-2.png'],"
                        + "'glasses':[[10,0,20,10],[515,0,530,10]],'box':[498.5,0,521,22],'mask':'mask_me.png'}");

        Mask expected = mask(new PixelRect(500, 0, 520, 20));
        expected.keep(new PixelRect(515, 0, 530, 10));
        assertThat(merged()).isEqualTo(expected);
    }

    @Test
    void fortyFacesBecomeOneMask() {
        StringBuilder masks = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            write("face-" + i + ".png", new PixelRect(i * 20, 0, i * 20 + 10, 10));
            masks.append(i == 0 ? "" : ",").append("'face-").append(i).append(".png'");
        }

        invoke(masks.toString(), "");

        assertThat(merged().keptPixels()).isEqualTo(40 * 100);
    }

    @Test
    void greysAreSplitInTheMiddle() {
        BufferedImage ramp = new BufferedImage(1024, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 64; y++)
            for (int x = 0; x < 1024; x++) ramp.getRaster().setSample(x, y, 0, x / 4);
        store.write("face-1.png", ImageBytes.png(ramp));

        invoke("'face-1.png'", "");

        assertThat(merged()).isEqualTo(mask(new PixelRect(0, 0, 512, 64)));
    }

    @Test
    void aMaskOfAnotherFrameIsAnIncidentThatNamesIt() {
        write("face-1.png", new PixelRect(0, 0, 10, 10));
        store.write("face-2.png", ImageBytes.png(new Mask(1024, 128).toImage()));

        assertThatThrownBy(() -> invoke("'face-1.png','face-2.png'", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("face-2.png is 1024×128")
                .hasMessageContaining("1024×64");
        assertThat(store.exists("mask_me.png")).isFalse();
    }

    @Test
    void aMissingMaskIsAnIncidentThatNamesIt() {
        assertThatThrownBy(() -> invoke("'face-9.png'", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("face-9.png");
    }

    @Test
    void noMaskMeansNoFace() {
        assertThatThrownBy(() -> invoke("", "")).isInstanceOf(Refused.class).hasMessageStartingWith("NO_FACE: ");
    }

    @Test
    void aRepeatedCallWritesTheSameMask() {
        write("face-1.png", new PixelRect(3, 3, 99, 60));

        assertThat(invoke("'face-1.png'", "")).isEqualTo(invoke("'face-1.png'", ""));
        assertThat(merged()).isEqualTo(mask(new PixelRect(3, 3, 99, 60)));
    }

    @Test
    void aMissingVariableIsNamed() {
        assertThatThrownBy(() -> new MergeMaskHandler(Map.of())).hasMessageContaining("JOBS_BUCKET");
    }

    private void write(String key, PixelRect kept) {
        store.write(key, ImageBytes.png(mask(kept).toImage()));
    }

    private Mask merged() {
        return Mask.ofImage(ImageBytes.decode("mask_me.png", store.read("mask_me.png")));
    }

    private static Mask mask(PixelRect kept) {
        Mask mask = new Mask(1024, 64);
        mask.keep(kept);
        return mask;
    }

    private String invoke(String masks, String glasses) {
        return Invocation.of(
                handler,
                "{'frame':{'key':'frame.png','width':1024,'height':64},'masks':[" + masks + "],'glasses':[" + glasses
                        + "],'mask':'mask_me.png'}");
    }
}
