package booth.emulator.wire;

import booth.emulator.signing.NotGenuine;

/** What a request that is not signed as it must be is told; the names and statuses differ from protocol to protocol. */
public enum Refusals {
    JSON(400, "Exception", "UnrecognizedClientException", "InvalidSignatureException"),
    REST(403, "Exception", "UnrecognizedClientException", "InvalidSignatureException"),
    QUERY(403, "", "InvalidClientTokenId", "SignatureDoesNotMatch");

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final int status;
    private final String suffix;
    private final String unknownKey;
    private final String mismatch;

    Refusals(int status, String suffix, String unknownKey, String mismatch) {
        this.status = status;
        this.suffix = suffix;
        this.unknownKey = unknownKey;
        this.mismatch = mismatch;
    }

    ServiceError of(NotGenuine error) {
        return switch (error.reason()) {
            case UNSIGNED -> new ServiceError(status, "MissingAuthenticationToken" + suffix, error.message());
            case INCOMPLETE ->
                new ServiceError(this == QUERY ? BAD_REQUEST : status, "IncompleteSignature" + suffix, error.message());
            case UNKNOWN_KEY -> new ServiceError(status, unknownKey, error.message());
            case MISMATCH -> new ServiceError(status, mismatch, error.message());
        };
    }

    /** A page of another site, which AWS would not have answered in a way its browser lets it read. */
    ServiceError foreign(String origin) {
        return new ServiceError(
                FORBIDDEN,
                "AccessDenied" + suffix,
                "Pages of " + origin + " are not let in here; only those that this cloud itself serves are.");
    }
}
