// Makes visits of states out of the events of an execution's history. Events of branches and of iterations interleave as
// they happened; what belongs together is found by previousEventId, which leads from each event to the one before it in
// the same strand.

/**
 * @typedef {{number: number, redrive: number, start: number, end: ?number, failed: boolean, error: string,
 *            cause: string, input: ?string, output: ?string}} Attempt
 * @typedef {{owner: ?Visit, item: ?number, end: ?string}} Scope  of the machine, of an iteration, of a branch
 * @typedef {{id: number, name: string, type: string, scope: Scope, from: ?Visit, start: number, end: ?number,
 *            input: ?string, output: ?string, variables: ?object, attempts: Attempt[], failure: ?{error: string,
 *            cause: string}, parts: Map<number, Scope>, length: ?number}} Visit
 */

/** The part of an event that depends on its type, whatever the field is called. */
export function detailsOf(event) {
    for (const [key, value] of Object.entries(event)) if (key.endsWith('EventDetails') && value) return value;
    return {};
}

/** Milliseconds; on the wire they are seconds with a fraction. */
export const millis = seconds => Math.round(seconds * 1000);

/**
 * @param {object[]} events in the order of their ids, from the first
 * @returns {{visits: Visit[], redrives: number[], end: ?{type: string, at: number, error: string, cause: string}}}
 */
export function readHistory(events) {
    const reader = new Reader();
    for (const event of events) reader.read(event);
    return { visits: reader.visits, redrives: reader.redrives, end: reader.end };
}

class Reader {
    visits = [];
    redrives = [];
    end = null;
    #outermost = { owner: null, item: null, end: null };
    #visitOf = new Map();
    #scopeBegunBy = new Map();
    #parallels = new Set();

    read(event) {
        const { type } = event;
        if (type.startsWith('Execution')) this.#execution(event);
        else if (type.endsWith('StateEntered')) this.#entered(event);
        else if (type.startsWith('MapIteration')) this.#iteration(event);
        else if (type === 'EvaluationFailed') this.#evaluationFailed(event);
        else if (!type.endsWith('StateAborted')) this.#inside(event); // that does not say of which state
    }

    #before(event) {
        return this.#visitOf.get(event.previousEventId) ?? null;
    }

    #execution(event) {
        const visit = this.#before(event);
        if (visit) this.#visitOf.set(event.id, visit);
        const details = detailsOf(event);
        if (event.type === 'ExecutionStarted') return;
        if (event.type === 'ExecutionRedriven') return this.#redriven(event);
        this.end = {
            type: event.type,
            at: millis(event.timestamp),
            error: details.error ?? '',
            cause: details.cause ?? '',
        };
        if (event.type === 'ExecutionFailed' && visit?.type === 'Fail') visit.failure = { ...this.end };
    }

    /** What had not ended is being tried again. */
    #redriven(event) {
        this.end = null;
        this.redrives.push(millis(event.timestamp));
        for (const visit of this.visits) {
            if (visit.end === null && visit.type !== 'Fail') visit.failure = null;
            for (const part of visit.parts.values()) if (part.end !== 'succeeded') part.end = null;
        }
    }

    #entered(event) {
        const { name, input } = detailsOf(event);
        const visit = {
            id: event.id,
            name,
            type: event.type.replace('StateEntered', ''),
            scope: this.#scopeOf(event),
            from: null,
            start: millis(event.timestamp),
            end: null,
            input: input ?? null,
            output: null,
            variables: null,
            attempts: [],
            failure: null,
            parts: new Map(),
            length: null,
        };
        const before = this.#before(event);
        if (before && before.scope === visit.scope) visit.from = before;
        this.visits.push(visit);
        this.#visitOf.set(event.id, visit);
    }

    /** Where a state is entered: in the part that just began, or beside the state before. */
    #scopeOf(event) {
        const begun = this.#scopeBegunBy.get(event.previousEventId);
        if (begun) return begun;
        const before = this.#before(event);
        if (!before) return this.#outermost;
        return this.#parallels.has(event.previousEventId)
            ? part(before, before.parts.size, before.scope.item)
            : before.scope;
    }

    #iteration(event) {
        const { index, name } = detailsOf(event);
        const map =
            event.type === 'MapIterationStarted'
                ? this.#before(event)
                : this.#last(visit => visit.name === name && visit.parts.has(index));
        if (!map) return;
        const scope = part(map, index, index);
        this.#visitOf.set(event.id, map);
        if (event.type === 'MapIterationStarted') {
            scope.end = null;
            this.#scopeBegunBy.set(event.id, scope);
        } else scope.end = event.type.replace('MapIteration', '').toLowerCase();
    }

    #evaluationFailed(event) {
        const details = detailsOf(event);
        const visit = this.#last(one => one.end === null && one.name === details.state);
        if (!visit) return;
        visit.failure = failureOf(details);
        this.#visitOf.set(event.id, visit);
    }

    #last(which) {
        return this.visits.filter(which).at(-1) ?? null;
    }

    /** The end of a Map or Parallel follows upon the last event of its last part, so the state is further out. */
    #concerned(event) {
        const { type } = event;
        const { name } = detailsOf(event);
        let meant = () => true;
        if (type.endsWith('StateExited')) meant = visit => visit.name === name;
        else if (/^(Map|Parallel)State/.test(type)) meant = visit => type.startsWith(visit.type);
        let visit = this.#before(event);
        while (visit && !meant(visit)) visit = visit.scope.owner;
        return visit;
    }

    #inside(event) {
        const visit = this.#concerned(event);
        if (!visit) return;
        this.#visitOf.set(event.id, visit);
        const { type } = event;
        const details = detailsOf(event);
        const at = millis(event.timestamp);
        if (type.endsWith('StateExited')) leave(visit, details, at);
        else if (type === 'ParallelStateStarted') this.#parallels.add(event.id);
        else if (type === 'MapStateStarted') visit.length = details.length ?? null;
        else if (type.endsWith('StateFailed')) visit.failure = failureOf(details);
        else if (type.endsWith('StateSucceeded')) return;
        else if (type.endsWith('Scheduled')) schedule(visit, details, at, this.redrives.length);
        else if (/(Failed|TimedOut)$/.test(type)) answer(visit, details, at, true, type);
        else if (type.endsWith('Succeeded')) answer(visit, details, at, false, type);
    }
}

function part(visit, index, item) {
    if (!visit.parts.has(index)) visit.parts.set(index, { owner: visit, item: item ?? null, end: null });
    return visit.parts.get(index);
}

function failureOf(details) {
    return { error: details.error ?? '', cause: details.cause ?? '' };
}

function leave(visit, details, at) {
    visit.end = at;
    visit.output = details.output ?? null;
    visit.variables = details.assignedVariables ?? null;
}

function schedule(visit, details, at, redrive) {
    const number = visit.attempts.filter(attempt => attempt.redrive === redrive).length;
    for (const attempt of visit.attempts) attempt.end ??= at; // over, whether or not that was recorded
    visit.failure = null;
    const input = details.input ?? details.parameters ?? null;
    visit.attempts.push({
        number,
        redrive,
        start: at,
        end: null,
        failed: false,
        error: '',
        cause: '',
        input,
        output: null,
    });
}

function answer(visit, details, at, failed, type) {
    const attempt = visit.attempts.at(-1);
    if (!attempt) {
        if (failed) visit.failure = failureOf(details);
        return;
    }
    const error = failed ? details.error || (type.endsWith('TimedOut') ? 'States.Timeout' : '') : '';
    Object.assign(attempt, { end: at, failed, error, cause: details.cause ?? '', output: details.output ?? null });
}
