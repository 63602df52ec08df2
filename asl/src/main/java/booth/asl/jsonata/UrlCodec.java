package booth.asl.jsonata;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Percent-encoding in UTF-8, as ECMAScript's {@code encodeURI}, {@code encodeURIComponent} and their inverses do it.
 */
enum UrlCodec {
    /** Of a whole URL: what parts it stays. */
    WHOLE(";/?:@&=+$,#"),
    COMPONENT("");

    private static final String UNRESERVED = "-_.!~*'()";

    private final String reserved;

    UrlCodec(String reserved) {
        this.reserved = reserved;
    }

    String encode(String text) {
        var encoded = new StringBuilder();
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int character = text.codePointAt(at);
            if (isPlain(character)) encoded.appendCodePoint(character);
            else bytes(text, character).forEach(octet -> encoded.append(String.format(Locale.ROOT, "%%%02X", octet)));
        }
        return encoded.toString();
    }

    private boolean isPlain(int character) {
        boolean letter = character < 128 && Character.isLetterOrDigit(character);
        return letter || UNRESERVED.indexOf(character) >= 0 || reserved.indexOf(character) >= 0;
    }

    private static IntStream bytes(String text, int character) {
        try {
            var octets = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(Character.toString(character)));
            return IntStream.range(0, octets.limit()).map(index -> octets.get(index) & 0xff);
        } catch (CharacterCodingException half) { // of a surrogate pair
            throw malformed(text);
        }
    }

    /** What would be reserved stays encoded. */
    String decode(String text) {
        var decoded = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) != '%') {
                decoded.append(text.charAt(at++));
                continue;
            }
            int end = at + 3 * length(octet(text, at), text);
            var character = character(text, at, end);
            decoded.append(reserved.contains(character) ? text.substring(at, end) : character);
            at = end;
        }
        return decoded.toString();
    }

    private static int octet(String text, int at) {
        try {
            if (at + 3 > text.length() || text.charAt(at) != '%') throw malformed(text);
            return Integer.parseUnsignedInt(text.substring(at + 1, at + 3), 16);
        } catch (NumberFormatException noDigits) {
            throw malformed(text);
        }
    }

    /** How many octets its first says that a character has. */
    private static int length(int first, String text) {
        if (first < 0x80) return 1;
        if (first >= 0xc2 && first < 0xe0) return 2;
        if (first >= 0xe0 && first < 0xf0) return 3;
        if (first >= 0xf0 && first < 0xf5) return 4;
        throw malformed(text);
    }

    private static String character(String text, int start, int end) {
        var octets = ByteBuffer.allocate(4);
        for (int at = start; at < end; at += 3) octets.put((byte) octet(text, at));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
        } catch (CharacterCodingException malformed) {
            throw malformed(text);
        }
    }

    private static RuntimeException malformed(String text) {
        return Expression.error("D3140", text);
    }
}
