package booth.emulator.sns;

import booth.emulator.wire.ServiceError;
import java.util.Arrays;
import java.util.Locale;

/** Where a subscription delivers to. */
enum Protocol {
    SQS("arn:aws[a-z-]*:sqs:[^:]+:\\d{12}:.+"),
    LAMBDA("arn:aws[a-z-]*:lambda:[^:]+:\\d{12}:function:.+"),
    HTTP("http://.+"),
    HTTPS("https://.+");

    private final String endpoint;

    Protocol(String endpoint) {
        this.endpoint = endpoint;
    }

    /** @throws ServiceError InvalidParameter for mail, text messages, mobile push and Firehose */
    static Protocol named(String name) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.wire().equals(name))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid(
                        "Protocol", "the protocol " + name + " is not supported here; use sqs, lambda, http or https"));
    }

    /** @throws ServiceError InvalidParameter */
    String checked(String address) {
        if (this == SQS && address.endsWith(".fifo"))
            throw Parameters.invalid("Endpoint", "FIFO SQS Queues can not be subscribed to standard SNS topics");
        if (address.matches(endpoint)) return address;
        throw this == SQS
                ? Parameters.invalid("SQS endpoint ARN")
                : Parameters.invalid("Endpoint", address + " is no endpoint of the protocol " + wire());
    }

    /** Web hooks must say that they want the messages; queues and functions belong to the account. */
    boolean asksFirst() {
        return this == HTTP || this == HTTPS;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
