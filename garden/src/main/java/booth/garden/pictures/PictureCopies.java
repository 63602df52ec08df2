package booth.garden.pictures;

/** Copies objects inside the garden's bucket, where they are: no byte of them comes here. */
public interface PictureCopies {
    /** @return whether there was anything to copy; what stood at {@code to} is replaced */
    boolean copy(String from, String to);
}
