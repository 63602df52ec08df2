package booth.local;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.function.Priming;
import booth.local.KeepReadyTest.Scheduled;
import java.nio.file.Path;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What functions do before Lambda takes their snapshots. */
class PrimingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("booth.local.KeepReadyTest#scheduled")
    void everyFunctionIsPrimedAndReachesItsSnapshotAlsoWhereNobodyAnswers(Scheduled function) throws Exception {
        try (Nowhere nowhere = new Nowhere()) {
            Object handler =
                    Class.forName(function.handler()).getConstructor(Map.class).newInstance(function.environment());

            Priming.of(handler).orElseThrow().beforeCheckpoint(Core.getGlobalContext());
        }
    }

    /** Without it the first call loads some thousand classes: SDK, TLS, codecs. */
    @Test
    void aPrimedFunctionFindsItsClassesLoadedAtTheFirstCall() throws Exception {
        try (TlsStub aws = TlsStub.start(folder)) {
            for (String handler : new String[] {"booth.detect.DetectHandler", "booth.mergemask.MergeMaskHandler"}) {
                int cold = FirstCallBenchmark.measure(aws, handler, false).classes();
                int primed = FirstCallBenchmark.measure(aws, handler, true).classes();

                assertThat(primed).as(handler).isLessThan(cold / 5);
            }
        }
    }
}
