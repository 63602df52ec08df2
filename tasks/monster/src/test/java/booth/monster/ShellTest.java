package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.awt.geom.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
    private static final Placement UPRIGHT = new Placement(200, 350, 0, 200, 350, 300, 225);
    private static final Placement LEANING = new Placement(316, 553, Math.atan2(100, 300), 475, 625, 213, 123);

    private final Shell.Spot spot = new Shell.Spot();

    @Test
    void theMaskOfAFrontalFaceLiesWhereItsPlacementSays() {
        Shell shell = new Shell(LEANING, Pose.FRONTAL);
        double cos = Math.cos(LEANING.angle());
        double sin = Math.sin(LEANING.angle());
        int seen = 0;
        for (int y = 0; y < 1000; y += 7)
            for (int x = 0; x < 1000; x += 7) {
                double dx = x - LEANING.middle().getX();
                double dy = y - LEANING.middle().getY();
                double across = dx * cos + dy * sin + 158;
                double down = dy * cos - dx * sin + 276.5;
                boolean within = across >= 0 && across <= 316 && down >= 0 && down <= 553;
                if (near(across, 316) || near(down, 553)) continue;
                assertThat(shell.look(x, y, spot)).isEqualTo(within);
                if (!within) continue;
                seen++;
                assertThat(spot.u * 316).isEqualTo(across, offset(1e-6));
                assertThat(spot.v * 553).isEqualTo(down, offset(1e-6));
            }
        assertThat(seen).isGreaterThan(3000);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "30, 0", "-30, 0", "0, 25", "0, -25", "40, 20", "-50, -30", "60, 40"})
    void whatIsProjectedIsSeenThere(double yaw, double pitch) {
        Shell shell = shell(yaw, pitch);
        int hidden = 0;
        for (int i = 1; i < 10; i++)
            for (int j = 1; j < 10; j++) {
                double x = i / 10.0 - .5;
                double y = (j / 10.0 - .5) * 1.75;
                Point2D place = shell.project(x, y, .05 - 1.35 * x * x - .16 * y * y);
                boolean seen = shell.look(place.getX(), place.getY(), spot);
                boolean itself = seen && Math.abs(spot.u - .5 - x) < 1e-6;
                if (itself) assertThat((spot.v - .5) * 1.75).isEqualTo(y, offset(1e-6));
                else hidden++;
            }
        assertThat(hidden).isLessThanOrEqualTo(Math.abs(yaw) > 35 ? 45 : 0); // by the rest of the mask
    }

    @Test
    void theSideThatTurnsAwayIsNarrower() {
        Shell shell = shell(35, 0); // it looks to the right
        double middle = shell.project(0, 0, .05).getX();
        double right = shell.project(.35, 0, .05 - 1.35 * .35 * .35).getX() - middle;
        double left = middle - shell.project(-.35, 0, .05 - 1.35 * .35 * .35).getX();
        assertThat(right).isPositive().isLessThan(left * .7);
    }

    @Test
    void theSameTurnToBothSidesIsMirrored() {
        for (int y = 250; y < 550; y += 20)
            for (int x = -98; x < 99; x += 7) {
                boolean seen = shell(40, 0).look(400 + x, y, spot);
                double u = spot.u;
                assertThat(shell(-40, 0).look(400 - x, y, spot)).isEqualTo(seen);
                if (seen) assertThat(spot.u).isEqualTo(1 - u, offset(1e-9));
            }
    }

    @Test
    void aFaceThatLooksUpShowsItsChinNearer() {
        Shell up = shell(0, 30);
        double eyes = up.project(0, 0, 0).getY();
        assertThat(up.project(0, 0, .3).getY()).isLessThan(eyes);
        assertThat(shell(0, -30).project(0, 0, .3).getY()).isGreaterThan(eyes);
    }

    @Test
    void aJawSeenFromTheSideIsShorterThanTheMaskIsWide() {
        assertThat(shell(0, 0).width()).isEqualTo(200, offset(1e-9));
        assertThat(shell(60, 0).width()).isEqualTo(400, offset(1e-6));
        assertThat(shell(0, 30).width()).isEqualTo(200, offset(1e-6));
    }

    @Test
    void theLeanOfAJawThatTheTurnMakesIsNotTheHeads() {
        Shell shell = shell(40, 30);
        Point2D left = shell.project(-.5, 0, -.4);
        Point2D right = shell.project(.5, 0, -.4);
        assertThat(right.getY()).isEqualTo(left.getY(), offset(1e-6));
        assertThat(right.distance(left)).isEqualTo(200, offset(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "45, 20", "-60, -40"})
    void nothingOfTheMaskIsSeenOutsideItsBounds(double yaw, double pitch) {
        Shell shell = shell(yaw, pitch);
        for (int y = -200; y < 1200; y += 3)
            for (int x = -200; x < 1200; x += 3)
                if (shell.look(x, y, spot))
                    assertThat(x >= shell.bounds().getMinX() - 3
                                    && x <= shell.bounds().getMaxX() + 3
                                    && y >= shell.bounds().getMinY() - 3
                                    && y <= shell.bounds().getMaxY() + 3)
                            .isTrue();
    }

    private static Shell shell(double yaw, double pitch) {
        return new Shell(UPRIGHT, new Pose(Math.toRadians(yaw), Math.toRadians(pitch)));
    }

    private static boolean near(double v, double edge) {
        return Math.abs(v) < 1e-3 || Math.abs(v - edge) < 1e-3;
    }
}
