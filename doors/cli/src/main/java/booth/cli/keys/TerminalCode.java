package booth.cli.keys;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;
import java.util.stream.IntStream;

/** A QR code in characters, each two modules high; dark on light, whatever the terminal's colours are. */
final class TerminalCode {
    private static final int QUIET = 2;
    private static final String DARK_ON_LIGHT = "\u001b[30;107m";
    private static final String AS_BEFORE = "\u001b[0m";

    private final ByteMatrix modules;

    TerminalCode(String text) {
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("There is no code of " + text.length() + " characters", e);
        }
    }

    List<String> lines() {
        return IntStream.iterate(-QUIET, row -> row < modules.getHeight() + QUIET, row -> row + 2)
                .mapToObj(row -> DARK_ON_LIGHT + line(row) + AS_BEFORE)
                .toList();
    }

    private String line(int row) {
        StringBuilder line = new StringBuilder();
        for (int column = -QUIET; column < modules.getWidth() + QUIET; column++)
            line.append(character(isDark(row, column), isDark(row + 1, column)));
        return line.toString();
    }

    private static char character(boolean upper, boolean lower) {
        if (upper) return lower ? '█' : '▀';
        return lower ? '▄' : ' ';
    }

    private boolean isDark(int row, int column) {
        return row >= 0
                && column >= 0
                && row < modules.getHeight()
                && column < modules.getWidth()
                && modules.get(column, row) == 1;
    }
}
