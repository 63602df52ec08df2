package booth.painter.garden.wish;

/** Who lives in the garden. */
public enum Animal {
    DOG("dog dogs puppy puppies"),
    CAT("cat cats kitten kittens kitty"),
    BIRD("bird birds robin sparrow swallow swallows"),
    BUTTERFLY("butterfly butterflies");

    private final String words;

    Animal(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
