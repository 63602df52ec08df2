package booth.local.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies of somebody in the data of an embedded cloud: in its buckets, queues, executions, outboxes and logs.
 *
 * @param data the folder
 */
record Remains(Path data) {
    /** A whole file, as text to look for: of pictures that are mostly one colour any part may be another's too. */
    static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }

    /** Files whose name or content has the text in it; the logs, which may name jobs, are passed over. */
    List<String> of(String text) {
        return files().stream()
                .filter(file -> !isLog(file) && has(file, text))
                .map(this::named)
                .toList();
    }

    /** The same, in the logs too. */
    List<String> anywhereOf(String text) {
        return files().stream().filter(file -> has(file, text)).map(this::named).toList();
    }

    /** How many lines of all logs tell of this event of a job. */
    long told(String event, String job) {
        return files().stream()
                .filter(this::isLog)
                .flatMap(log -> content(log).lines())
                .filter(line -> line.contains("\"" + event + "\"") && line.contains(job))
                .count();
    }

    private boolean isLog(Path file) {
        String top = data.relativize(file).getName(0).toString();
        return top.equals("logs") || top.equals("booth.log");
    }

    private boolean has(Path file, String text) {
        return named(file).contains(text) || content(file).contains(text);
    }

    private String named(Path file) {
        return data.relativize(file).toString();
    }

    private static String content(Path file) {
        try {
            return Files.isDirectory(file) ? "" : Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException e) {
            return ""; // gone since it was listed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        List<Path> all = new ArrayList<>();
        try {
            Files.walkFileTree(data, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (!folder.equals(data)) all.add(folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    all.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
