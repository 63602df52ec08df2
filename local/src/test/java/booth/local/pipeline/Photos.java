package booth.local.pipeline;

import booth.core.image.ImageBytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Painted photos of a guest with a face of one colour, and what the fake models take for a face. */
public final class Photos {
    static final Color WALL = new Color(90, 110, 130);
    public static final Color SKIN = new Color(220, 170, 140);

    static final double LEFT = .2;
    static final double RIGHT = .8;
    private static final double MIDDLE = .5;
    private static final List<Double> PLACES = List.of(LEFT, MIDDLE, RIGHT);

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int NOTICEABLE = 60;

    private Photos() {}

    /** In front of a grey wall; becomes a frame of 1024×768. */
    public static byte[] guest(Color face) {
        BufferedImage photo = wall();
        paint(face, MIDDLE, photo);
        return ImageBytes.jpeg(photo, 0.95f);
    }

    /** Two of them, side by side. */
    static byte[] pair(Color left, Color right) {
        BufferedImage photo = wall();
        paint(left, LEFT, photo);
        paint(right, RIGHT, photo);
        return ImageBytes.jpeg(photo, 0.95f);
    }

    private static void paint(Color face, double place, BufferedImage photo) {
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(face);
        canvas.fillOval((int) (WIDTH * place) - WIDTH / 10, HEIGHT * 3 / 10, WIDTH / 5, HEIGHT * 2 / 5);
        canvas.dispose();
    }

    /** Three guests with faces of one colour, a fifth as high. */
    static byte[] three(Color face) {
        BufferedImage photo = new BufferedImage(WIDTH, HEIGHT / 5, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(WALL);
        canvas.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        canvas.setColor(face);
        for (double place : PLACES) canvas.fillRect((int) (WIDTH * place) - 40, 0, 80, photo.getHeight());
        canvas.dispose();
        return ImageBytes.jpeg(photo, 0.95f);
    }

    /** A fifth as high: its frame, masks and pictures cost a fifth. */
    static byte[] strip(Color face) {
        BufferedImage photo = new BufferedImage(WIDTH, HEIGHT / 5, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(WALL);
        canvas.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        canvas.setColor(face);
        canvas.fillRect(WIDTH * 2 / 5, 0, WIDTH / 5, photo.getHeight());
        canvas.dispose();
        return ImageBytes.jpeg(photo, 0.95f);
    }

    /** The wall alone. */
    public static byte[] nobody() {
        return ImageBytes.jpeg(wall(), 0.95f);
    }

    /** A wall that is longer than high, and nobody before it. */
    static byte[] panorama(int width, int height) {
        BufferedImage wall = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return ImageBytes.jpeg(wall, 0.95f);
    }

    /** Where somebody's face stands out from the wall, as shares of the width. */
    static List<Double> faces(BufferedImage photo) {
        Color corner = new Color(photo.getRGB(2, 2));
        return PLACES.stream()
                .filter(place -> distance(corner, at(place, photo)) > NOTICEABLE)
                .toList();
    }

    static Color middle(BufferedImage picture) {
        return at(MIDDLE, picture);
    }

    /** Half way down. */
    static Color at(double place, BufferedImage picture) {
        return new Color(picture.getRGB((int) (picture.getWidth() * place), picture.getHeight() / 2));
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
