package booth.cli.run;

import booth.core.job.Look;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Looks as the API writes them. */
final class LookConverter implements ITypeConverter<Look>, Iterable<String> {
    @Override
    public Look convert(String word) {
        return Stream.of(Look.values())
                .filter(look -> look.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is no look; there are "
                        + words().stream().collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public Iterator<String> iterator() {
        return words().iterator();
    }

    private static List<String> words() {
        return Stream.of(Look.values()).map(Look::word).toList();
    }
}
