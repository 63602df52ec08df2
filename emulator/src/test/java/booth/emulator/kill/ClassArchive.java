package booth.emulator.kill;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The classes that a life of a process loads, kept in a file which the lives after it map into memory: a cloud then needs
 * half of the time to start (2.2 s of CPU instead of 4.3 s). JVMs keep classes of jars alone, so the folders of this class
 * path become jars.
 */
public final class ClassArchive {
    private final Path file;
    private final String classPath;

    private ClassArchive(Path file, String classPath) {
        this.file = file;
        this.classPath = classPath;
    }

    /** Of the class path of this JVM. The first process that is started with it, and comes to an orderly end, fills it. */
    public static ClassArchive in(Path folder) {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(entry -> Files.isDirectory(entry) ? pack(entry, folder) : entry)
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
        return new ClassArchive(folder.resolve("classes.jsa"), classPath);
    }

    String classPath() {
        return classPath;
    }

    /** What a JVM is told on its command line. */
    List<String> options() {
        return List.of(
                "-Xlog:disable", // which classes cannot be kept would be told on the standard output
                (Files.exists(file) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + file);
    }

    private static Path pack(Path classes, Path folder) {
        try (Stream<Path> all = Files.walk(classes)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            Path jar = Files.createTempFile(folder, "classes", ".jar");
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(0);
                for (Path file : files) {
                    zip.putNextEntry(
                            new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                    Files.copy(file, zip);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("The classes cannot be packed: " + classes, e);
        }
    }
}
