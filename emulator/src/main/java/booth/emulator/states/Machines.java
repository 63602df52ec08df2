package booth.emulator.states;

import booth.asl.definition.StateMachine;
import booth.asl.parse.DefinitionParser;
import booth.emulator.spool.DiskTrouble;
import booth.emulator.spool.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String MACHINE = "machine.json";
    private static final String FORGOTTEN = "The machine is forgotten until it is created or deployed again.";

    private final Path folder;
    private final Map<String, Machine> machines = new TreeMap<>();
    private final Map<String, StateMachine> parsed = new ConcurrentHashMap<>();

    Machines(Path folder) {
        this.folder = folder;
        for (Path home : homes())
            new JsonFile<>(home.resolve(MACHINE), Machine.class, FORGOTTEN)
                    .read()
                    .ifPresent(machine -> machines.put(machine.arn(), machine));
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
        JsonFile<Revision> known = revisionFile(machine.name(), revision.id());
        if (!Files.exists(known.path())) known.write(revision);
        new JsonFile<>(home(machine.name()).resolve(MACHINE), Machine.class, FORGOTTEN).write(machine);
        machines.put(machine.arn(), machine);
    }

    /** Forgets the machine; its revisions stay for the executions that name them. */
    synchronized void delete(Machine machine) {
        try {
            Files.deleteIfExists(home(machine.name()).resolve(MACHINE));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + machine.arn(), e);
        }
        machines.remove(machine.arn());
    }

    /** @throws Damaged when nobody can tell any more what it said */
    Revision revision(String machineName, String id) {
        JsonFile<Revision> file = revisionFile(machineName, id);
        return file.read().or(() -> current(id)).orElseThrow(() -> new Damaged(file.path(), "it cannot be read"));
    }

    private synchronized Optional<Revision> current(String id) {
        return machines.values().stream()
                .map(Machine::revision)
                .filter(revision -> revision.id().equals(id))
                .findFirst();
    }

    /** The revision ready to run; read from text once. */
    StateMachine program(Revision revision) {
        return parsed.computeIfAbsent(revision.id(), id -> DefinitionParser.parse(revision.definition()));
    }

    private List<Path> homes() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> homes = Files.list(folder)) {
                return homes.filter(Files::isDirectory).toList();
            }
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be read", folder, e);
        }
    }

    private Path home(String machineName) {
        return folder.resolve(Names.file(machineName));
    }

    private JsonFile<Revision> revisionFile(String machineName, String id) {
        return new JsonFile<>(
                home(machineName).resolve("revisions").resolve(id + ".json"),
                Revision.class,
                "Executions that began with it cannot go on.");
    }
}
