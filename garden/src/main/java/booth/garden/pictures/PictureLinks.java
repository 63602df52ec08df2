package booth.garden.pictures;

/** Makes links that a browser can open without an account. */
public interface PictureLinks {
    /** @param key of an object in the garden's bucket, there or not */
    String link(String key);
}
