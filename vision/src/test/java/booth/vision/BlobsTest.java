package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlobsTest {
    @Test
    void specksGoAndPinholesFill() {
        assertThat(tidy("""
                ........#.
                .######...
                .######...
                .###.##...
                .######..#
                ..........
                """)).isEqualTo("""
                ..........
                .######...
                .######...
                .######...
                .######...
                ..........
                """);
    }

    @Test
    void baysAndWideHolesStay() {
        String face = """
                .#########
                .#.....###
                .#.....###
                .####.####
                .####.####
                """;
        assertThat(tidy(face)).isEqualTo(face);
    }

    @Test
    void largeSecondPartStays() {
        String parts = """
                ####..##
                ####..##
                ####....
                """;
        assertThat(tidy(parts)).isEqualTo(parts);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(tidy("....\n....\n")).isEqualTo("....\n....\n");
    }

    private static String tidy(String picture) {
        String[] rows = picture.lines().toArray(String[]::new);
        int width = rows[0].length();
        float[] logits = new float[width * rows.length];
        for (int i = 0; i < logits.length; i++) logits[i] = rows[i / width].charAt(i % width) == '#' ? 4 : -4;
        Grid tidy = new Blobs(.1, .05, 1).tidy(new Grid(logits, width, rows.length));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < logits.length; i++) {
            out.append(tidy.values()[i] > 0 ? '#' : '.');
            if (i % width == width - 1) out.append('\n');
        }
        return out.toString();
    }
}
