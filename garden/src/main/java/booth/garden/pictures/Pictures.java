package booth.garden.pictures;

/** What pictures there are. */
public interface Pictures {
    /** All pictures of a search key; none of an unknown one. What was deleted before its event was handled is not in it. */
    Listing listing(Area area, SearchKey search);
}
