package booth.garden.visitors;

import booth.garden.Gender;

/** Where a representative hangs; the names are those that screens have always known. */
enum Spot {
    MAN(Gender.MALE, "man"),
    WOMAN(Gender.FEMALE, "weman");

    static final String FOLDER = "dashboard/";

    private final Gender gender;
    private final String name;

    Spot(Gender gender, String name) {
        this.gender = gender;
        this.name = name;
    }

    Gender gender() {
        return gender;
    }

    /** Of the picture, in the garden's bucket. */
    String key() {
        return FOLDER + name + ".png";
    }

    /** Of the words with which it was ordered last. */
    String orderedKey() {
        return "orders/representatives/" + name + ".json";
    }
}
