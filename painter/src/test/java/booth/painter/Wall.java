package booth.painter;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Sixty-four gardens on one sheet, to be looked at: a column for each mood. {@code GardenWallTest} writes it to {@code
 * target/gardens.png}; {@link #main} writes it, and single ones, at the size asked for.
 */
final class Wall {
    static final List<String> MOODS =
            List.of("happy", "surprised", "calm", "angry", "fear", "confused", "disgusted", "sad");
    static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    static final List<String> WEATHERS = List.of("sunny", "cloudy", "rainy", "snowy");
    static final List<String> HOURS = List.of("day", "sunset", "the-middle-of-the-night", "the-early-dawn");
    private static final List<String> ANIMALS = List.of("dog", "cat", "no animal");
    private static final int COLUMNS = 8;

    private Wall() {}

    /** The words that a garden's page would send, for one of 64 places on the wall. */
    static String prompt(int place) {
        return "botanic garden and flowers with " + ANIMALS.get(place % 3) + ", strong " + MOODS.get(place % 8)
                + " nature, " + WEATHERS.get((place / 2 + place / 16) % 4) + ", " + SEASONS.get(place / 8 % 4)
                + ", fantasy, concept art, highly detailed, " + HOURS.get((place / 3 + place / 32) % 4);
    }

    static List<BufferedImage> pictures(int width, int height) {
        GardenPainter painter = new GardenPainter();
        return IntStream.range(0, 64)
                .mapToObj(place -> painter.paint(prompt(place), width, height, 1000 + place))
                .toList();
    }

    static BufferedImage sheet(List<BufferedImage> pictures, int width, int height) {
        int rows = (pictures.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(COLUMNS * width, rows * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        for (int i = 0; i < pictures.size(); i++) {
            Image small = pictures.get(i).getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
            graphics.drawImage(small, i % COLUMNS * width, i / COLUMNS * height, null);
        }
        graphics.dispose();
        return sheet;
    }

    static void write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /** {@code FILE} for the sheet; {@code FILE WIDTH HEIGHT SEED PROMPT…} for one picture. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        if (args.length == 1) {
            write(sheet(pictures(640, 400), 240, 150), file);
            return;
        }
        String prompt = String.join(" ", List.of(args).subList(4, args.length));
        write(
                new GardenPainter()
                        .paint(prompt, Integer.parseInt(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3])),
                file);
    }
}
