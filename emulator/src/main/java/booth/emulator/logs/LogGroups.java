package booth.emulator.logs;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The log groups of the account: {@code /shop/Shop/Order} is the file shop/Shop/Order.log. */
public final class LogGroups implements AutoCloseable {
    private static final Pattern NAME =
            Pattern.compile("/?[\\w#-][\\w.#-]*(/[\\w#-][\\w.#-]*)*"); // no way out of the folder

    private final Path folder;
    private final InstantSource clock;
    private final Map<String, LogGroup> groups = new ConcurrentSkipListMap<>();

    public LogGroups(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Makes a group, or finds the one of an earlier run.
     *
     * @throws IllegalArgumentException for a name that is none
     */
    public void create(String name) {
        group(name);
    }

    LogGroup group(String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("'" + name + "' is no log group's name.");
        return groups.computeIfAbsent(
                name, absent -> new LogGroup(name, folder.resolve(name.replaceFirst("^/", "") + ".log"), clock));
    }

    /** A file beside the groups that is none of them. */
    LogGroup unlisted(String name) {
        return new LogGroup(name, folder.resolve(name + ".log"), clock);
    }

    Optional<LogGroup> find(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /** In the order of their names. */
    Collection<LogGroup> all() {
        return List.copyOf(groups.values());
    }

    @Override
    public void close() {
        groups.values().forEach(LogGroup::close);
    }
}
