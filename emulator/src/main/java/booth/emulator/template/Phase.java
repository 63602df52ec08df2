package booth.emulator.template;

/**
 * When a resource is made. A later phase may need what an earlier one made; within a phase the template's order counts.
 * Nothing that brings events or requests comes before what they may cause.
 */
public enum Phase {
    /** What only takes in: topics, log groups, queues without dead letters, which those of other queues are. */
    SINKS,
    /** Queues whose dead letters have a queue by now. */
    QUEUES,
    /** Functions, with their layers. */
    FUNCTIONS,
    /** State machines, which call functions, queues and topics. */
    WORKFLOWS,
    /** What tells functions and queues of events: rules, buckets. */
    TRIGGERS,
    /** APIs: from here on requests come in. */
    APIS,
    /** Queues that feed functions: from here on messages of an earlier run may be worked off. */
    EVENT_SOURCES
}
