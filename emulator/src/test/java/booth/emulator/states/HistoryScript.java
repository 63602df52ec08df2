package booth.emulator.states;

import java.util.Locale;
import java.util.function.Consumer;

/** What happens in each recorded execution; its machine stands beside the recording. */
enum HistoryScript {
    SUCCEEDED(run -> run.after(400)
            .succeed("Detect", "{\"frame\":\"photo/0123456789abcdef0123456789abcdef/frame.png\",\"faces\":1}")
            .after(100)
            .succeed("Notify", "{}")),

    MAP_OF_ITEMS(run -> run.after(10)
            .succeed("Segment", 1, "\"face-2.png\"")
            .after(20)
            .succeed("Segment", 1, "\"face-3.png\"")
            .after(300)
            .succeed("Segment", 0, "\"face-1.png\"")
            .after(50)
            .succeed("MergeMask", "{}")),

    MAP_WITH_A_FAILED_ITEM(
            run -> run.after(10).succeed("Segment", 2, "3").after(500).fail("Segment", 1, "Oops", "no outline")),

    MAP_WITH_A_FAILED_ITEM_REDRIVEN(run -> run.after(10)
            .succeed("Segment", 2, "3")
            .after(500)
            .fail("Segment", 1, "Oops", "no outline")
            .after(60_000)
            .redrive()
            .after(40)
            .succeed("Segment", 1, "2")),

    MAP_RETRIED(run ->
            run.after(10).fail("Segment", 0, "Oops", "no outline").after(2000).succeed("Segment", "1")),

    NESTED_MAPS(run -> run.after(10)
            .succeed("Segment", 1, "2")
            .after(10)
            .succeed("Segment", 0, "1")
            .after(10)
            .succeed("Segment", 1, "4")
            .after(10)
            .succeed("Segment", 0, "3")),

    NESTED_MAPS_WITH_A_FAILED_ITEM(
            run -> run.after(10).succeed("Segment", 2, "3").after(10).fail("Segment", 2, "Oops", "no outline")),

    NESTED_MAPS_RETRIED(run -> run.after(10)
            .succeed("Segment", 2, "3")
            .after(10)
            .fail("Segment", 2, "Oops", "no outline")
            .after(1000)
            .succeed("Segment", 3, "4")
            .after(10)
            .succeed("Segment", 0, "1")),

    MAP_CAUGHT(run -> run.after(10).fail("Segment", 1, "Oops", "no outline").after(70)),

    FAIL_STATE_IN_A_MAP(run -> run.after(30).succeed("Segment", 1, "{\"area\":0}")),

    PARALLEL_WITH_A_CAUGHT_BRANCH(run -> run.after(500)
            .fail("Titan 2", "booth.core.Refused", "MODEL_REFUSED: no")
            .after(400)
            .succeed("Titan 1", "{}")
            .after(30)
            .succeed("Notify", "{}")),

    PARALLEL_RETRIED(run -> run.after(500)
            .fail("Titan 2", "Oops", "broken")
            .after(1100)
            .succeed("Titan 2", "{}")
            .after(20)),

    PARALLEL_CAUGHT(run -> run.after(500).fail("Titan 2", "Oops", "broken").after(20)),

    RETRIES(run -> run.after(50)
            .fail("Detect", "booth.core.Busy", "{\"errorMessage\":\"slow down\",\"errorType\":\"booth.core.Busy\"}")
            .after(1060)
            .fail("Detect", "booth.core.Busy", "{\"errorMessage\":\"slow down\",\"errorType\":\"booth.core.Busy\"}")
            .after(2300)
            .succeed("Detect", "{}")),

    TASK_REDRIVEN(run -> run.after(200)
            .succeed("Detect", "{}")
            .after(100)
            .fail("MergeMask", "java.io.UncheckedIOException", "disk full")
            .after(60_000)
            .redrive()
            .after(80)
            .succeed("MergeMask", "{}")),

    FAIL_STATE(run -> {}),

    FAIL_STATE_REDRIVEN(run -> run.after(60_000).redrive()),

    ABORTED(run ->
            run.after(20).succeed("Segment", 0, "1").after(80).stop("Booth.Canceled", "An operator canceled the job.")),

    ABORTED_AND_REDRIVEN(run -> run.after(20)
            .succeed("Segment", 0, "1")
            .after(80)
            .stop("Booth.Canceled", "An operator canceled the job.")
            .after(60_000)
            .redrive()
            .after(30)),

    RUNNING(run -> run.after(70)
            .succeed("Titan 1", "{}")
            .after(10)
            .fail("Titan 2", "booth.core.Busy", "later")
            .after(15)),

    LAMBDA_TIMEOUTS(run -> run.after(10_000)),

    EXECUTION_TIMED_OUT(run -> run.after(30).succeed("Segment", 0, "1").after(10_000)),

    EXPRESSION_FAILED(
            run -> run.after(100).succeed("Detect", "{\"faces\":\"many\"}").after(20)),

    EXPRESSION_FAILED_IN_A_MAP(
            run -> run.after(100).succeed("Segment", 0, "\"large\"").after(20).succeed("Segment", 0, "2"));

    private final Consumer<Recorder> script;

    HistoryScript(Consumer<Recorder> script) {
        this.script = script;
    }

    void play(Recorder recorder) {
        script.accept(recorder);
    }

    /** As its folder is called: {@code map-of-items}. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
