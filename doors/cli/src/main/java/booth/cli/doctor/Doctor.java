package booth.cli.doctor;

import booth.cli.stack.AwsConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at everything in the order in which it would fail: who calls, the account, the models, then what is deployed. */
final class Doctor {
    private final AwsConnection connection;
    private final String stack;
    private final Plan plan;
    private final InstantSource clock;
    private final Consumer<Finding> told;

    /** @param told each finding, as soon as it is known */
    Doctor(AwsConnection connection, String stack, Plan plan, InstantSource clock, Consumer<Finding> told) {
        this.connection = connection;
        this.stack = stack;
        this.plan = plan;
        this.clock = clock;
        this.told = told;
    }

    void examine() {
        Optional<Caller> caller = new CredentialsCheck(connection).look(told);
        if (caller.isEmpty()) return;
        boolean emulated = caller.get().emulated();
        if (emulated)
            told.accept(Finding.skip(
                    "account",
                    "this one is emulated: it has no bootstrap, quotas, models, SageMaker, alarms and snapshots to look"
                            + " at"));
        else account(caller.get());
        deployment(emulated);
    }

    private void account(Caller caller) {
        tell(new BootstrapCheck(connection).look(caller));
        tell(new LambdaCheck(connection).concurrency());
        told.accept(LambdaCheck.memory(plan));
        told.accept(Finding.skip(
                "runtime",
                "the functions want java25 on arm64 with SnapStart; whether " + caller.region()
                        + " has it, no API tells: a deployment does"));
        QuotaCheck quotas = new QuotaCheck(connection);
        tell(quotas.rekognition());
        tell(new SamEndpointCheck(connection).look(plan));
        tell(new ModelCheck(connection, plan, clock).everywhere(new AccessCheck(connection), quotas));
    }

    private void deployment(boolean emulated) {
        StackCheck deployed = new StackCheck(connection, stack);
        deployed.look(told).ifPresent(outputs -> {
            FunctionsCheck functions = new FunctionsCheck(connection);
            ContentCheck content = new ContentCheck(connection);
            if (emulated) tell(functions.emulated());
            else {
                tell(functions.deployed(() -> deployed.resources("AWS::Lambda::Function")));
                tell(new AlarmsCheck(connection).look(() -> deployed.resources("AWS::CloudWatch::Alarm")));
            }
            tell(content.deadLetters(stack));
            tell(content.keys(outputs));
        });
    }

    private void tell(List<Finding> findings) {
        findings.forEach(told);
    }
}
