package booth.painter.garden.look;

import booth.painter.garden.wish.Mood;
import booth.painter.raster.Rgb;
import java.util.Arrays;
import java.util.List;

/**
 * The table of moods: what each does to sky, leaves, petals and the finished picture. docs/garden-pictures.md tells
 * it in words.
 *
 * @param sky top, middle, foot of the sky, and the sun
 * @param skyStain how far the sky turns from the hour's colours to these
 * @param leaf what foliage is stained with
 * @param leafStain how strongly
 * @param petals six colours of blossoms
 * @param clear how far one sees, 1 as the weather has it
 */
public record MoodLook(
        List<Rgb> sky, float skyStain, Rgb leaf, float leafStain, List<Rgb> petals, float clear, Grade grade) {

    private static final MoodLook HAPPY = new MoodLook(
            colours(0x2F9BE8, 0x9ADCF2, 0xFFF0BE, 0xFFF3C0),
            .5f,
            Rgb.hex(0xA6DC3C),
            .22f,
            colours(0xFFD02E, 0xFF8A3C, 0xFF5C93, 0xFFF6C8, 0xF9354F, 0xFFFFFF),
            1.2f,
            new Grade(Rgb.hex(0x6A4A2A), Rgb.hex(0xFFF2D0), .35f, 1.2f, .16f, 1.02f));
    private static final MoodLook SURPRISED = new MoodLook(
            colours(0x5A2FD0, 0xF25FB5, 0xFFD84A, 0xFFF6A0),
            .62f,
            Rgb.hex(0x2FC98A),
            .3f,
            colours(0xFF1F8F, 0x12C4E8, 0xFFD800, 0x8E2BE8, 0xFF5A14, 0xFFFFFF),
            1.1f,
            new Grade(Rgb.hex(0x3A1470), Rgb.hex(0xFFF4D8), .3f, 1.38f, .3f, 1.06f));
    private static final MoodLook CALM = new MoodLook(
            colours(0x86B8E0, 0xC2DCF0, 0xFBE2DC, 0xFFF4E4),
            .78f,
            Rgb.hex(0xA9CDB4),
            .34f,
            colours(0xE9B4E2, 0xBDD4F4, 0xFBE1D2, 0xFFFFFF, 0xC9B2E6, 0xF6C4D2),
            1,
            new Grade(Rgb.hex(0x6E84B4), Rgb.hex(0xFFF8F2), .28f, 1.2f, .02f, 1.05f));
    private static final MoodLook ANGRY = new MoodLook(
            colours(0x14060A, 0x6A0F12, 0xE8401A, 0xFF9A4A),
            .88f,
            Rgb.hex(0x3A120E),
            .66f,
            colours(0xE0081E, 0x9A0410, 0xFF3A16, 0x30070A, 0xFF7A14, 0x6A0512),
            .8f,
            new Grade(Rgb.hex(0x1E0204), Rgb.hex(0xFFC7A0), .7f, 1.15f, .42f, .92f));
    private static final MoodLook FEAR = new MoodLook(
            colours(0x0C2226, 0x2C564C, 0x9CC8A8, 0xE2FAE4),
            .9f,
            Rgb.hex(0x14281F),
            .7f,
            colours(0xB8CDB4, 0xDCEADA, 0x54406E, 0x2C403A, 0x8CA898, 0xEEF2EA),
            .26f,
            new Grade(Rgb.hex(0x021E18), Rgb.hex(0xD2F0DA), .5f, 1.05f, .26f, .95f));
    private static final MoodLook CONFUSED = new MoodLook(
            colours(0x4A2A9A, 0x2FA8A8, 0xF2A85A, 0xFFE0A0),
            .75f,
            Rgb.hex(0x3E7AC8),
            .4f,
            colours(0x7C3CF4, 0x1CD2C2, 0xFF8A1C, 0xF43CB2, 0xE8E436, 0x3C6CF4),
            .8f,
            new Grade(Rgb.hex(0x3A1A6E), Rgb.hex(0xE8FFF0), .42f, 1.25f, .16f, 1.06f));
    private static final MoodLook DISGUSTED = new MoodLook(
            colours(0x5C6A2A, 0x9CA43A, 0xDCD27A, 0xF2EEA0),
            .85f,
            Rgb.hex(0x8A8C1A),
            .6f,
            colours(0xBABC1E, 0x7C5A30, 0xCAD83A, 0x70304E, 0x9AA23A, 0xDCCA6C),
            .4f,
            new Grade(Rgb.hex(0x2C1232), Rgb.hex(0xF4F2A0), .62f, 1.06f, .22f, 1));
    private static final MoodLook SAD = new MoodLook(
            colours(0x3C567E, 0x7690B4, 0xB6C6DA, 0xDCE8F6),
            .82f,
            Rgb.hex(0x44698A),
            .55f,
            colours(0x5A7ECA, 0x90AADA, 0x3C589C, 0xBCCAE8, 0x7A6AB8, 0xE0E8F6),
            .55f,
            new Grade(Rgb.hex(0x12264A), Rgb.hex(0xCFE0F8), .55f, 1.02f, .2f, 1.02f));

    public MoodLook {
        sky = List.copyOf(sky);
        petals = List.copyOf(petals);
    }

    public static MoodLook of(Mood mood) {
        return switch (mood) {
            case HAPPY -> HAPPY;
            case SURPRISED -> SURPRISED;
            case CALM -> CALM;
            case ANGRY -> ANGRY;
            case FEAR -> FEAR;
            case CONFUSED -> CONFUSED;
            case DISGUSTED -> DISGUSTED;
            case SAD -> SAD;
        };
    }

    private static List<Rgb> colours(int... hex) {
        return Arrays.stream(hex).mapToObj(Rgb::hex).toList();
    }
}
