package booth.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalCodeTest {
    private static final int MODULE = 8; // pixels

    @Test
    void aPhoneReadsTheLinkOffTheTerminal() throws Exception {
        String link = "https://d111111abcdef8.cloudfront.net/#pair=" + "A-_z".repeat(10) + "789";

        List<String> lines = new TerminalCode(link).lines();

        assertThat(lines).allMatch(line -> line.matches("\u001b\\[30;107m[ █▀▄]+\u001b\\[0m"));
        assertThat(read(lines.stream()
                        .map(line -> line.replaceAll("\u001b\\[[0-9;]+m", ""))
                        .toList()))
                .isEqualTo(link);
    }

    private static String read(List<String> lines) throws Exception {
        int width = lines.get(0).length() * MODULE;
        int height = lines.size() * 2 * MODULE;
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xffffff);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                char module = lines.get(y / MODULE / 2).charAt(x / MODULE);
                boolean upper = y / MODULE % 2 == 0;
                if (module == '█' || module == (upper ? '▀' : '▄')) pixels[y * width + x] = 0;
            }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }
}
