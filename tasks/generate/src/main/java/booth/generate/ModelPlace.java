package booth.generate;

import booth.core.Busy;
import booth.core.Primed;
import booth.core.Refused;
import com.fasterxml.jackson.databind.JsonNode;

/** One place where an image model is offered: a region of Bedrock, an endpoint of SageMaker. A call is made once. */
interface ModelPlace extends Primed {
    /**
     * Sends one request.
     *
     * @throws Refused {@code MODEL_REFUSED} with the model's own sentence: the request breaks its rules
     * @throws Busy throttling, an outage, or no answer or only a part of one; {@link Unpaid} knows which may have cost money
     * @throws ModelUnavailable access denied, no such model, its life has ended: with what to do about it
     * @throws IllegalStateException naming the place: anything else
     */
    JsonNode invoke(byte[] request);
}
