package booth.painter.garden.wish;

/** The weather of a garden. */
public enum Climate {
    SUNNY("sunny sun sunshine clear sunlight cloudless"),
    CLOUDY("cloudy clouds overcast foggy misty fog mist"),
    RAINY("rainy rain raining drizzle storm stormy wet"),
    SNOWY("snowy snow snowing snowfall frosty blizzard");

    private final String words;

    Climate(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
