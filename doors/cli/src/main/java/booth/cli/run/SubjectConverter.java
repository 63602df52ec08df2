package booth.cli.run;

import booth.core.Refused;
import booth.core.job.Subject;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Subjects as the API writes them. */
final class SubjectConverter implements ITypeConverter<Subject> {
    @Override
    public Subject convert(String word) {
        try {
            return Subject.of(word);
        } catch (Refused e) {
            throw new TypeConversionException(e.sentence());
        }
    }
}
