package booth.asl.parse;

/** JSON pointers, RFC 6901. */
final class Pointer {
    private Pointer() {}

    static String join(String path, String field) {
        return path + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    static String join(String path, int index) {
        return path + "/" + index;
    }
}
