// A visit of a state, and what events change in it.

/**
 * @typedef {{number: number, redrive: number, start: number, end: ?number, overtaken: ?number, failed: boolean,
 *            error: string, cause: string, input: ?string, output: ?string}} Attempt  overtaken: when another began,
 *            of one whose end is not recorded
 * @typedef {{owner: ?Visit, item: ?number, end: ?string}} Scope  of the machine, of an iteration, of a branch
 * @typedef {{id: number, name: string, type: string, scope: Scope, from: ?Visit, start: number, end: ?number,
 *            input: ?string, output: ?string, variables: ?object, attempts: Attempt[], failure: ?{error: string,
 *            cause: string}, cutOff: boolean, parts: Map<number, Scope>, length: ?number}} Visit  cutOff: nothing more
 *            happens in it, although no end is recorded
 */

/** The part of an event that depends on its type, whatever the field is called. */
export function detailsOf(event) {
    for (const [key, value] of Object.entries(event)) if (key.endsWith('EventDetails') && value) return value;
    return {};
}

/** Milliseconds; on the wire they are seconds with a fraction. */
export const millis = seconds => Math.round(seconds * 1000);

/** A state is entered. @returns {Visit} */
export function enter(event, scope) {
    const { name, input } = detailsOf(event);
    return {
        id: event.id,
        name,
        type: event.type.replace('StateEntered', ''),
        scope,
        from: null,
        start: millis(event.timestamp),
        end: null,
        input: input ?? null,
        output: null,
        variables: null,
        attempts: [],
        failure: null,
        cutOff: false,
        parts: new Map(),
        length: null,
    };
}

/** Whether a visit took place in one of another's parts, however deep. */
export function isWithin(visit, outer) {
    for (let { owner } = visit.scope; owner; owner = owner.scope.owner) if (owner === outer) return true;
    return false;
}

export function part(visit, index, item) {
    if (!visit.parts.has(index)) visit.parts.set(index, { owner: visit, item: item ?? null, end: null });
    return visit.parts.get(index);
}

export function failureOf(details) {
    return { error: details.error ?? '', cause: details.cause ?? '' };
}

export function leave(visit, details, at) {
    visit.end = at;
    visit.output = details.output ?? null;
    visit.variables = details.assignedVariables ?? null;
}

export function schedule(visit, details, at, redrive) {
    const number = visit.attempts.filter(attempt => attempt.redrive === redrive).length;
    for (const attempt of visit.attempts) if (attempt.end === null) attempt.overtaken ??= at;
    visit.failure = null;
    const input = details.input ?? details.parameters ?? null;
    visit.attempts.push({
        number,
        redrive,
        start: at,
        end: null,
        overtaken: null,
        failed: false,
        error: '',
        cause: '',
        input,
        output: null,
    });
}

export function answer(visit, details, at, failed, type) {
    const attempt = visit.attempts.at(-1);
    if (!attempt) {
        if (failed) visit.failure = failureOf(details);
        return;
    }
    const error = failed ? details.error || (type.endsWith('TimedOut') ? 'States.Timeout' : '') : '';
    Object.assign(attempt, { end: at, failed, error, cause: details.cause ?? '', output: details.output ?? null });
}
