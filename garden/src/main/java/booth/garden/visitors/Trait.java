package booth.garden.visitors;

import java.util.function.Predicate;

/** What a face may show besides its age and emotion. */
enum Trait {
    SMILE("smiling", "smile", Visitor::smile),
    EYEGLASSES("wearing eyeglasses", "eyeglasses", Visitor::eyeglasses),
    SUNGLASSES("wearing sunglasses", "sunglasses", Visitor::sunglasses),
    BEARD("with a beard", "beard", Visitor::beard),
    MUSTACHE("with a mustache", "mustache", Visitor::mustache),
    EYES_OPEN("with open eyes", "open eyes", Visitor::eyesOpen),
    MOUTH_OPEN("with an open mouth", "open mouth", Visitor::mouthOpen);

    private final String shown;
    private final String absent;
    private final Predicate<Visitor> shows;

    Trait(String shown, String absent, Predicate<Visitor> shows) {
        this.shown = shown;
        this.absent = absent;
        this.shows = shows;
    }

    boolean of(Visitor visitor) {
        return shows.test(visitor);
    }

    /** What a prompt says where it is shown. */
    String shown() {
        return shown;
    }

    /** What is not to be painted where it is not shown. */
    String absent() {
        return absent;
    }
}
