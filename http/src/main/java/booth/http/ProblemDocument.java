package booth.http;

/**
 * An error as RFC 9457 has it. Its type is {@code about:blank}, which says that the title is the status in words; what
 * sort of error it is, is told by the code.
 *
 * @param detail a sentence that says what to do
 * @param code upper-case words, e.g. {@code NO_SUCH_JOB}
 * @param instance the path that was asked for
 */
record ProblemDocument(String type, String title, int status, String detail, String code, String instance) {}
