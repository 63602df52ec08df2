package booth.painter.garden.beast;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Rgb;
import java.util.List;

/**
 * The colours of an animal.
 *
 * @param fur most of it
 * @param chest chest, muzzle and paws
 * @param mark ears, stripes, patches
 */
record Coat(Rgb fur, Rgb chest, Rgb mark) {
    private static final List<Coat> DOGS = List.of(
            hex(0xD9A45A, 0xF2DDB4, 0xB57A36),
            hex(0x7A4E30, 0xE8D6BC, 0x50301C),
            hex(0x34302E, 0xF2EEE6, 0x242020),
            hex(0xEFE6D6, 0xFFFFFF, 0xA9713F),
            hex(0xA85A2A, 0xF6EADA, 0x7A3C18));
    private static final List<Coat> CATS = List.of(
            hex(0xE0913E, 0xF8E6C8, 0xB5642A),
            hex(0x8C8A88, 0xDCDAD6, 0x5A5856),
            hex(0x2C2A2E, 0xF4F2EE, 0x1C1A1E),
            hex(0xF0E8DA, 0xFFFFFF, 0x8A6A52),
            hex(0xA4825A, 0xE8D8BC, 0x6A4C30));

    static Coat dog(Garden garden) {
        return garden.oneOf(DOGS);
    }

    static Coat cat(Garden garden) {
        return garden.oneOf(CATS);
    }

    private static Coat hex(int fur, int chest, int mark) {
        return new Coat(Rgb.hex(fur), Rgb.hex(chest), Rgb.hex(mark));
    }
}
