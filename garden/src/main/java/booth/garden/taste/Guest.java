package booth.garden.taste;

import java.util.Optional;

/**
 * Who wants to see pictures.
 *
 * @param id empty where nobody said
 */
public record Guest(Optional<GuestId> id, Context context) {}
