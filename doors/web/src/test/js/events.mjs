// Histories for tests, written the short way: each event is [type, previous, details], numbered from 1, a second apart.

/** The field in which an event's details stand, by AWS's naming. */
function fieldOf(type) {
    const shared = [/^(\w+)StateEntered$/, /^(\w+)StateExited$/].find(pattern => pattern.test(type));
    const name = shared ? type.replace(/^\w+State/, 'state') : type[0].toLowerCase() + type.slice(1);
    return `${name}EventDetails`;
}

export function history(...events) {
    return events.map(([type, previousEventId, details], index) => ({
        id: index + 1,
        timestamp: 1_000 + index,
        type,
        previousEventId,
        ...(details && { [fieldOf(type)]: details }),
    }));
}
