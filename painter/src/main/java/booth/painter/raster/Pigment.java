package booth.painter.raster;

/** What one stroke does to one pixel: reads and changes the colour in place (three channels, 0..1). */
@FunctionalInterface
public interface Pigment {
    void touch(int x, int y, float[] colour);
}
