package booth.asl.run;

import booth.asl.HistoryEvent;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;

/**
 * What an execution did at one go, from one moment at which all of it waits for something to the next. All steps of an
 * execution in order are all there is to know of it: {@link Engine#restore} makes it of them again. Recorded one by one,
 * each whole or not at all, they survive whatever happens to the process.
 *
 * @param events the history's new events; a step may have none
 * @param positions what has changed of where the execution stands
 */
public record Step(
        List<HistoryEvent> events, @JsonAlias("moves") List<Position> positions) {
    public Step {
        events = List.copyOf(events);
        positions = List.copyOf(positions);
    }
}
