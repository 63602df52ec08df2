package booth.emulator.wire;

/** An error as an AWS service answers it. The server writes it in the shape of the request's protocol. */
public final class ServiceError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int BAD_REQUEST = 400;

    private final int status;
    private final String code;

    /**
     * @param status the HTTP status
     * @param code the name in the service's model, {@code ExecutionAlreadyExists}
     * @param message one sentence for people
     */
    public ServiceError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** The caller's fault, which is HTTP 400 in almost every service. */
    public static ServiceError badRequest(String code, String message) {
        return new ServiceError(BAD_REQUEST, code, message);
    }

    /** What AWS answers to an operation it does not know. */
    public static ServiceError unknownOperation(String operation) {
        return badRequest("UnknownOperationException", "The operation " + operation + " is not supported here.");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
