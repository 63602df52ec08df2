package booth.local.web;

import booth.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the static files on the class path.
 *
 * @param etag changes with the content, quotes included
 */
record PageFile(String type, byte[] content, String etag) {
    private static final String ROOT = "/web";
    private static final String FIRST = "/index.html";
    /** Names in plain letters, none of which starts with a dot: nothing here leads out of the folder. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9][A-Za-z0-9_-]*)*/[A-Za-z0-9][A-Za-z0-9_.-]*");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "txt", "text/plain;charset=utf-8");

    /** @param path as it is asked for; empty when there is no such file */
    static Optional<PageFile> at(String path) {
        String name = path.equals("/") ? FIRST : path;
        if (!PATH.matcher(name).matches()) return Optional.empty();
        return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .flatMap(type -> read(name).map(content -> of(type, content)));
    }

    static PageFile of(String type, byte[] content) {
        return new PageFile(type, content, '"' + Sha256.hex(content).substring(0, 32) + '"');
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream file = PageFile.class.getResourceAsStream(ROOT + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + name + " cannot be read", e);
        }
    }
}
