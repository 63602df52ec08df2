package booth.painter.stage;

import booth.painter.raster.Rgb;
import java.util.List;
import java.util.Random;

/** The time of day, each with a few palettes mixed by eye. */
public enum Hour {
    DAY(List.of(
            palette(0x1F5FAE, 0x6FB0E8, 0xE3F0F4, 0xFFF4D6, 0xFFFFFF, 0x8FA9C8, 0xCFE2EE, 0x1E3A3C),
            palette(0x2A78B8, 0x8CC8EA, 0xF3ECD9, 0xFFEDC2, 0xFFFAF0, 0x9FB0C4, 0xDDE5DF, 0x24403A),
            palette(0x2352A0, 0x5F9BE0, 0xCFE6F6, 0xFFF8E6, 0xFDFDFF, 0x86A2D0, 0xBCD6EE, 0x1A3446))),
    DAWN(List.of(
            palette(0x4F70B0, 0xBE9FCE, 0xFFCFAA, 0xFFE2BC, 0xFFE0D2, 0x9A82B4, 0xEBC8C4, 0x3A3A58),
            palette(0x5A8ABC, 0xE2B8BE, 0xFFDDAA, 0xFFE6B8, 0xFFE9D0, 0xA98FB0, 0xF0CFC0, 0x38465A),
            palette(0x4A5FA0, 0xB48FC4, 0xFFC9B0, 0xFFD9B0, 0xFFD8CC, 0x9080B4, 0xE4BCC6, 0x2E2E54))),
    SUNSET(List.of(
            palette(0x2C3A72, 0xB3587F, 0xFFB35E, 0xFFE0A0, 0xFFC48A, 0x7D5580, 0xF2A877, 0x2A1B38),
            palette(0x3A2F6E, 0xD6627A, 0xFFA46B, 0xFFD9A0, 0xFFB09A, 0x7A4A86, 0xF0958A, 0x2B1638),
            palette(0x27507F, 0xE09A6A, 0xFFD27A, 0xFFF0B8, 0xFFE0A8, 0x8F6F78, 0xF4C68C, 0x2A2A3A))),
    NIGHT(List.of(
            palette(0x070D2A, 0x18285C, 0x3F5A94, 0xE6EEFF, 0x5F77AD, 0x1A2750, 0x31487E, 0x050A1A),
            palette(0x0B0A2C, 0x2A2464, 0x5A4F98, 0xF0EAFF, 0x7A70B4, 0x231E52, 0x453C82, 0x080618),
            palette(0x04141F, 0x0F3550, 0x2F7286, 0xE0FBFF, 0x4F8A9C, 0x10304A, 0x235A70, 0x031018)));

    private final List<Palette> palettes;

    Hour(List<Palette> palettes) {
        this.palettes = palettes;
    }

    public Palette palette(Random dice) {
        return palettes.get(dice.nextInt(palettes.size()));
    }

    private static Palette palette(
            int zenith, int middle, int horizon, int sun, int cloud, int cloudShade, int haze, int dark) {
        return new Palette(
                Rgb.hex(zenith),
                Rgb.hex(middle),
                Rgb.hex(horizon),
                Rgb.hex(sun),
                Rgb.hex(cloud),
                Rgb.hex(cloudShade),
                Rgb.hex(haze),
                Rgb.hex(dark));
    }
}
