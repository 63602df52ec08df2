package booth.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The class path of the {@code booth} script is not that of the tests, which have more libraries. */
class RuntimeClassPathTest {
    private static final Path TARGET = Path.of("target");

    @Test
    void theScriptFindsEveryClassThatOursUse() throws IOException {
        try (URLClassLoader script = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            List<String> missing = new ClassFileImporter()
                    .importPackages("booth").stream()
                            .filter(ours -> !isMissing(script, ours.getName()))
                            .flatMap(ours -> ours.getDirectDependenciesFromSelf().stream())
                            .map(used -> used.getTargetClass().getBaseComponentType())
                            .filter(used -> !used.isPrimitive())
                            .map(JavaClass::getName)
                            .distinct()
                            .filter(name -> isMissing(script, name))
                            .sorted()
                            .toList();
            assertThat(missing).isEmpty();
        }
    }

    private static URL[] classPath() throws IOException {
        String libraries = Files.readString(TARGET.resolve("classpath.txt")).strip();
        return Stream.concat(
                        Stream.of(TARGET.resolve("classes").toString()),
                        Arrays.stream(libraries.split(File.pathSeparator)))
                .map(RuntimeClassPathTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static boolean isMissing(ClassLoader loader, String name) {
        try {
            Class.forName(name, false, loader);
            return false;
        } catch (ClassNotFoundException e) {
            return true;
        }
    }
}
