package booth.api;

/**
 * One operation of {@code openapi.json}.
 *
 * @param needsKey whether only the holder of a booth's key may do it
 */
record Route(String method, PathTemplate path, String operationId, boolean needsKey) {}
