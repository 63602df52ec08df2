package booth.garden.pictures;

/** Where pictures of gardens lie: those that guests see, and those that nobody has looked at yet. */
public enum Area {
    EMOTIONS("emotions"),
    POOL("imgPool");

    private final String segment;

    Area(String segment) {
        this.segment = segment;
    }

    /** The first segment of its keys. */
    public String word() {
        return segment;
    }

    /** Of all its keys. */
    public String prefix() {
        return segment + "/";
    }
}
