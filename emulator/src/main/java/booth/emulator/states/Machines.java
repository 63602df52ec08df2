package booth.emulator.states;

import booth.asl.definition.StateMachine;
import booth.asl.parse.DefinitionParser;
import booth.emulator.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The machines on disk, all of them in memory too: {@code <machine>/machine.json} is what a machine is now,
 * {@code <machine>/revisions/} every definition it ever had. Thread-safe.
 */
final class Machines {
    private final Path folder;
    private final Map<String, Machine> machines = new TreeMap<>();
    private final Map<String, StateMachine> parsed = new ConcurrentHashMap<>();

    Machines(Path folder) {
        this.folder = folder;
        for (Path file : files()) {
            Machine machine = read(file, Machine.class);
            machines.put(machine.arn(), machine);
        }
    }

    synchronized Optional<Machine> find(String arn) {
        return Optional.ofNullable(machines.get(arn));
    }

    /** In the order of their ARNs. */
    synchronized List<Machine> list() {
        return List.copyOf(machines.values());
    }

    synchronized void save(Machine machine) {
        Revision revision = machine.revision();
        Path known = revisionFile(machine.name(), revision.id());
        if (!Files.exists(known)) write(known, revision);
        write(home(machine.name()).resolve("machine.json"), machine);
        machines.put(machine.arn(), machine);
    }

    /** Forgets the machine; its revisions stay for the executions that name them. */
    synchronized void delete(Machine machine) {
        try {
            Files.deleteIfExists(home(machine.name()).resolve("machine.json"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + machine.arn(), e);
        }
        machines.remove(machine.arn());
    }

    Revision revision(String machineName, String id) {
        return read(revisionFile(machineName, id), Revision.class);
    }

    /** The revision ready to run; read from text once. */
    StateMachine program(Revision revision) {
        return parsed.computeIfAbsent(revision.id(), id -> DefinitionParser.parse(revision.definition()));
    }

    private List<Path> files() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> homes = Files.list(folder)) {
                return homes.map(home -> home.resolve("machine.json"))
                        .filter(Files::isRegularFile)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the state machines in " + folder, e);
        }
    }

    private Path home(String machineName) {
        return folder.resolve(Names.file(machineName));
    }

    private Path revisionFile(String machineName, String id) {
        return home(machineName).resolve("revisions").resolve(id + ".json");
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return Json.MAPPER.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** A reader sees the old file or the new one, whenever the process ends. */
    private static void write(Path file, Object value) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, Json.bytes(value));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
