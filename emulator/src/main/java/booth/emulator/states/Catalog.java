package booth.emulator.states;

import booth.emulator.wire.ServiceError;
import java.util.List;
import java.util.Optional;

/** What there is: machines and executions by their ARNs. A machine being deleted goes with its last execution. */
final class Catalog {
    private final Machines machines;
    private final Runs runs;

    Catalog(Machines machines, Runs runs) {
        this.machines = machines;
        this.runs = runs;
    }

    Optional<Machine> current(String arn) {
        Optional<Machine> machine = machines.find(arn);
        machine.filter(this::isGone).ifPresent(machines::delete);
        return machine.filter(known -> !isGone(known));
    }

    /** @throws ServiceError InvalidArn or StateMachineDoesNotExist */
    Machine machine(String arn) {
        return current(Arns.checkedMachine(arn))
                .orElseThrow(() -> ServiceError.badRequest(
                        "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'"));
    }

    /** @throws ServiceError also StateMachineDeleting */
    Machine startable(String arn) {
        Machine machine = machine(arn);
        if (!machine.deleting()) return machine;
        throw ServiceError.badRequest("StateMachineDeleting", "State Machine is being deleted: '" + arn + "'");
    }

    List<Machine> machines() {
        return machines.list().stream().filter(machine -> !isGone(machine)).toList();
    }

    /** @throws ServiceError InvalidArn or ExecutionDoesNotExist */
    Run run(String arn) {
        return runs.find(Arns.checkedExecution(arn));
    }

    private boolean isGone(Machine machine) {
        return machine.deleting()
                && runs.of(machine).noneMatch(run -> run.summary().running());
    }
}
