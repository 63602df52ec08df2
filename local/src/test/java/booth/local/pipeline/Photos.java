package booth.local.pipeline;

import booth.core.ImageBytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Painted photos of a guest with a face of one colour, and what the fake models take for a face. */
public final class Photos {
    static final Color WALL = new Color(90, 110, 130);
    public static final Color SKIN = new Color(220, 170, 140);

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int NOTICEABLE = 60;

    private Photos() {}

    /** In front of a grey wall; becomes a frame of 1024×768. */
    public static byte[] guest(Color face) {
        BufferedImage photo = wall();
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(face);
        canvas.fillOval(WIDTH * 2 / 5, HEIGHT * 3 / 10, WIDTH / 5, HEIGHT * 2 / 5);
        canvas.dispose();
        return ImageBytes.jpeg(photo, 0.95f);
    }

    /** The wall alone. */
    public static byte[] nobody() {
        return ImageBytes.jpeg(wall(), 0.95f);
    }

    /** Whether somebody stands before the wall. */
    static boolean showsSomebody(BufferedImage photo) {
        Color corner = new Color(photo.getRGB(2, 2));
        return distance(corner, middle(photo)) > NOTICEABLE;
    }

    static Color middle(BufferedImage picture) {
        return new Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2));
    }

    static Color corner(BufferedImage picture) {
        return new Color(picture.getRGB(picture.getWidth() / 16, picture.getHeight() / 16));
    }

    /** How far the two are apart in the channel that differs most. */
    static int distance(Color a, Color b) {
        return Math.max(
                Math.abs(a.getRed() - b.getRed()),
                Math.max(Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
    }

    private static BufferedImage wall() {
        BufferedImage wall = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = wall.createGraphics();
        canvas.setColor(WALL);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.dispose();
        return wall;
    }
}
