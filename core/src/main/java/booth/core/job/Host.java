package booth.core.job;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The host of an address, as it was written. The programs between us and it read some numbers in different ways:
 * {@code 0177.0.0.1} is 127.0.0.1 to a C library and 177.0.0.1 to Java. What may be read in two ways is
 * {@linkplain #isAmbiguous ambiguous}, and no webhook goes there.
 *
 * @param text a name, an IPv4 address, or an IPv6 address in brackets or without
 */
public record Host(String text) {
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern DOTTED = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

    /** Lower case, without the dot that may end a name. */
    public Host {
        text = text.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    /** Whether it is an address and no name: a name's last label is no number (WHATWG URL, "ends in a number"). */
    public boolean isNumeric() {
        return isV6()
                || NUMBER.matcher(text.substring(text.lastIndexOf('.') + 1)).matches();
    }

    /** Whether it is an IPv4 address in any other form than that of four decimal numbers without leading zeros. */
    public boolean isAmbiguous() {
        String v4 = isV6() ? text.substring(text.lastIndexOf(':') + 1).replace("]", "") : text;
        return isV6() ? v4.contains(".") && !isDotted(v4) : isNumeric() && !isDotted(v4);
    }

    /** Whether it names the machine itself: {@code localhost} and what is below it (RFC 6761). */
    public boolean isLocal() {
        return text.equals("localhost") || text.endsWith(".localhost");
    }

    private boolean isV6() {
        return text.contains(":");
    }

    private static boolean isDotted(String v4) {
        return DOTTED.matcher(v4).matches();
    }
}
