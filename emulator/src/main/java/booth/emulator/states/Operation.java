package booth.emulator.states;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of the API. */
@FunctionalInterface
interface Operation {
    /** @throws booth.emulator.wire.ServiceError the errors of AWS's model */
    ObjectNode call(Request request);
}
