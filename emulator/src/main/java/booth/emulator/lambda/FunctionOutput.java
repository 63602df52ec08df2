package booth.emulator.lambda;

import java.util.concurrent.Callable;

/** Where what functions print goes. */
public interface FunctionOutput {
    /** Name of the one stream that a function's log group has here: all calls share a JVM. */
    String STREAM = "embedded";

    /** The same call, whose standard output goes to the log group. */
    <T> Callable<T> into(String logGroup, Callable<T> call);

    /** Leaves it where the JVM's own goes. */
    static FunctionOutput asIs() {
        return new FunctionOutput() {
            @Override
            public <T> Callable<T> into(String logGroup, Callable<T> call) {
                return call;
            }
        };
    }
}
