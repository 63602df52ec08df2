package booth.http;

/**
 * One operation of an API's description.
 *
 * @param tag its first one, empty where it has none: which part of the API it belongs to
 * @param key whether it takes a booth's key
 */
public record Route(String method, PathTemplate path, String operationId, String tag, KeyUse key) {}
