package booth.core.job;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names a job: 128 random bits as 32 hexadecimal digits. Whoever knows it may see the pictures, so it is not guessable. */
public record JobId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @JsonCreator
    public JobId {
        if (!isOne(value))
            throw new Refused("INVALID_JOB_ID", "A job id is 32 hexadecimal digits, not '" + value + "'.");
    }

    /** Whether {@code text} has the form of a job id. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public static JobId random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new JobId(HexFormat.of().formatHex(bits));
    }

    /** Name of the execution that runs this job for the {@code attempt}-th time, from 0. */
    public String executionName(int attempt) {
        return new ExecutionName(this, attempt).toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
