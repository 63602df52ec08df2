package booth.emulator;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends log lines to a file, so that the terminal is its user's. Works until somebody has logged, and never twice. */
final class LogFile {
    private static final String PROPERTY = "org.slf4j.simpleLogger.logFile";

    private LogFile() {}

    /** Does nothing when the JVM was told where to log, {@code -Dorg.slf4j.simpleLogger.logFile=System.err}. */
    static void use(Path file) {
        if (System.getProperty(PROPERTY) == null) System.setProperty(PROPERTY, file.toString());
        // now, on one thread: loggers that servers ask for at the same moment would lose their first lines
        LoggerFactory.getILoggerFactory();
    }
}
