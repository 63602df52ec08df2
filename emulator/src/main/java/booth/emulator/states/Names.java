package booth.emulator.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.wire.ServiceError;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What AWS allows as the name of a machine or an execution, and the file such a name gets. */
final class Names {
    static final int MAX_LENGTH = 80;
    private static final int HASH_BYTES = 8;
    private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private Names() {}

    /** @throws ServiceError InvalidName */
    static String checked(String name) {
        if (name.codePoints().allMatch(Names::allowed)) return name;
        throw ServiceError.badRequest("InvalidName", "Invalid Name: '" + name + "'");
    }

    /** Readable, unique also where file names ignore case, and short enough whatever the alphabet. */
    static String file(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "_") + "." + hash(name);
    }

    private static boolean allowed(int character) {
        boolean control = Character.isISOControl(character)
                || character >= 0xd800 && character <= 0xdfff
                || character == 0xfffe
                || character == 0xffff
                || character == Character.MAX_CODE_POINT;
        return !control && !Character.isWhitespace(character) && FORBIDDEN.indexOf(character) < 0;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
