package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Pigment;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** A white unicorn in profile, softly lit, drawn in a unit square and looking right. */
public final class Unicorn {
    private static final Rgb COAT = Rgb.hex(0xFFFBFF);
    private static final Rgb FOLD = Rgb.hex(0xA79AD6);

    private Unicorn() {}

    /** x is its middle, foot the row of its hooves; flipped it looks left. */
    public static void paint(Canvas canvas, Stage stage, float x, float foot, float tall, boolean flipped) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, foot);
        place.scale(flipped ? -tall : tall, tall);
        place.translate(-.52, -.935);
        Rgb coat = stage.light().on(COAT, .04f).mix(COAT, .7f);
        Rgb fold = stage.light().on(FOLD, .05f);
        canvas.glow(x, foot - tall * .5f, tall * .9f, Rgb.hex(0xFFF0FA), .3f);
        fill(canvas, place, farLegs(), (px, py, c) -> fold.mix(coat, .35f).over(c, 1));
        fill(canvas, place, body(), (px, py, c) -> {
            float down = Curve.clamp((foot - py) / tall);
            float soft = .12f * stage.noise().fractal(px / (tall * .16f), py / (tall * .16f), 3);
            fold.mix(coat, Curve.step(-.05f, .5f, down + soft)).over(c, 1);
        });
        Rgb pink = Rgb.hex(0xFFA8D2);
        Rgb lilac = Rgb.hex(0xA58BEA);
        fill(canvas, place, mane(), (px, py, c) -> {
            float strand = stage.noise().fractal((px + py * .6f) / (tall * .05f), (py - px * .3f) / (tall * .22f), 3);
            pink.mix(lilac, Curve.clamp(.5f + strand)).over(c, .95f);
        });
        Rgb gold = Rgb.hex(0xFFE9A8);
        fill(canvas, place, horn(), (px, py, c) -> gold.over(c, 1));
        double[] tip = {.9, .03};
        place.transform(tip, 0, tip, 0, 1);
        Stars.spike(canvas, (float) tip[0], (float) tip[1], tall * .16f, gold, .9f);
    }

    private static void fill(Canvas canvas, AffineTransform place, Shape shape, Pigment pigment) {
        canvas.shapes(g -> g.fill(place.createTransformedShape(shape)), pigment);
    }

    private static Path2D body() {
        Path2D.Double p = new Path2D.Double();
        p.moveTo(.66, .46);
        p.curveTo(.70, .40, .72, .34, .755, .27);
        p.curveTo(.78, .29, .83, .335, .865, .35);
        p.curveTo(.885, .345, .89, .325, .88, .31);
        p.curveTo(.85, .27, .82, .215, .79, .185);
        p.lineTo(.785, .145);
        p.lineTo(.765, .18);
        p.curveTo(.72, .19, .66, .25, .62, .33);
        p.curveTo(.60, .37, .57, .395, .54, .40);
        p.curveTo(.46, .41, .40, .405, .335, .39);
        p.curveTo(.28, .38, .235, .42, .225, .48);
        p.curveTo(.22, .54, .24, .58, .225, .64);
        p.curveTo(.215, .69, .20, .72, .205, .78);
        p.lineTo(.20, .90);
        p.lineTo(.185, .935);
        p.lineTo(.235, .935);
        p.lineTo(.24, .89);
        p.lineTo(.25, .78);
        p.curveTo(.26, .70, .30, .65, .315, .60);
        p.curveTo(.38, .625, .46, .62, .53, .595);
        p.curveTo(.545, .66, .555, .70, .55, .77);
        p.lineTo(.545, .90);
        p.lineTo(.535, .935);
        p.lineTo(.585, .935);
        p.lineTo(.59, .89);
        p.lineTo(.60, .77);
        p.curveTo(.61, .70, .63, .64, .64, .585);
        p.curveTo(.665, .55, .67, .50, .66, .46);
        p.closePath();
        return p;
    }

    private static Path2D farLegs() {
        Path2D.Double p = new Path2D.Double();
        p.moveTo(.62, .55);
        p.curveTo(.66, .60, .71, .62, .735, .64);
        p.lineTo(.72, .72);
        p.lineTo(.70, .775);
        p.lineTo(.73, .785);
        p.lineTo(.755, .73);
        p.lineTo(.775, .635);
        p.curveTo(.76, .60, .70, .56, .66, .50);
        p.closePath();
        p.moveTo(.29, .55);
        p.curveTo(.31, .64, .30, .68, .29, .74);
        p.lineTo(.30, .88);
        p.lineTo(.29, .93);
        p.lineTo(.335, .93);
        p.lineTo(.335, .88);
        p.lineTo(.33, .75);
        p.curveTo(.35, .69, .37, .64, .38, .58);
        p.closePath();
        return p;
    }

    private static Path2D mane() {
        Path2D.Double p = new Path2D.Double();
        p.moveTo(.235, .42);
        p.curveTo(.16, .42, .12, .52, .14, .62);
        p.curveTo(.15, .68, .11, .72, .09, .76);
        p.curveTo(.17, .75, .21, .68, .20, .60);
        p.curveTo(.19, .53, .21, .48, .24, .47);
        p.closePath();
        p.moveTo(.775, .165);
        p.curveTo(.70, .15, .62, .21, .58, .31);
        p.curveTo(.55, .38, .50, .40, .48, .45);
        p.curveTo(.55, .46, .61, .43, .64, .37);
        p.curveTo(.67, .32, .71, .26, .775, .20);
        p.closePath();
        return p;
    }

    private static Path2D horn() {
        Path2D.Double p = new Path2D.Double();
        p.moveTo(.795, .19);
        p.lineTo(.818, .205);
        p.lineTo(.90, .03);
        p.closePath();
        return p;
    }
}
