package booth.core.image;

import java.util.List;

/** Small files that stand for a gigabyte each, had anyone let them. */
public final class Bombs {
    private static final int INFLATED = 96 << 20;

    private Bombs() {}

    /** Five, each of a kind of its own. */
    public static List<byte[]> all() {
        byte[] progressive = TestPhotos.progressive(TestPhotos.jpeg(64, 64, (x, y) -> x));
        return List.of(
                TestPngs.png(new TestPngs.Header(7000, 7000, 16, TestPngs.RGBA, true)),
                TestPngs.png(new TestPngs.Header(60_000, 60_000, 8, TestPngs.RGB, false)),
                TestPngs.black(TestPngs.PALETTE, TestPngs.bomb("iCCP", INFLATED), new byte[0]),
                TestPngs.black(TestPngs.RGB, new byte[0], TestPngs.bomb("zTXt", INFLATED)),
                TestPhotos.ofFullColour(TestPhotos.resized(progressive, 8000, 6000)));
    }
}
