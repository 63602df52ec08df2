package booth.emulator;

import java.nio.file.Path;
import java.util.List;

/**
 * Where an emulator keeps its data.
 *
 * @param folder of one process at a time; it may hold other things too
 * @param fresh whether to forget what an earlier process left in it
 * @param logFile name of the file in it for what servers complain of
 * @param belongings names of files beside the emulator's own that are forgotten with them
 * @param advice what to do when another process uses the folder, an imperative sentence without its end
 */
public record DataSettings(Path folder, boolean fresh, String logFile, List<String> belongings, String advice) {
    public DataSettings {
        belongings = List.copyOf(belongings);
    }
}
