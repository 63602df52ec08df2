package booth.emulator.wire;

import java.util.List;

/** As much XML as the query protocol's answers need. */
public final class Xml {
    private Xml() {}

    /** An element with a text. */
    public static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">";
    }

    /** An element around others, which are XML already. */
    public static String parent(String name, List<String> children) {
        return "<" + name + ">" + String.join("", children) + "</" + name + ">";
    }

    /** The text with the characters replaced that mean something in XML, and without those it cannot hold. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(escaped, character));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int character) {
        switch (character) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            case '\r' -> escaped.append("&#13;");
            default -> {
                if (character >= ' ' || character == '\n' || character == '\t') escaped.appendCodePoint(character);
            }
        }
    }
}
