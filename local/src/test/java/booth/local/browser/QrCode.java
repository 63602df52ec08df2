package booth.local.browser;

import booth.core.image.ImageBytes;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/** Reads a code off the screen, as a phone does. */
final class QrCode {
    private QrCode() {}

    /** Empty while it cannot be read, for instance because it is still fading in. */
    static Optional<String> read(WebElement element) {
        BufferedImage seen = ImageBytes.decode("code", element.getScreenshotAs(OutputType.BYTES));
        int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels))))
                    .getText());
        } catch (NotFoundException | ChecksumException | FormatException e) {
            return Optional.empty();
        }
    }
}
