package booth.http;

/**
 * One operation of {@code openapi.json}.
 *
 * @param key whether it takes a booth's key
 */
public record Route(String method, PathTemplate path, String operationId, KeyUse key) {}
