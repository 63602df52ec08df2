// Makes visits of states out of the events of an execution's history. Events of branches and of iterations interleave as
// they happened; what belongs together is found by previousEventId, which leads from each event to the one before it in
// the same branch or iteration.

import { answer, detailsOf, enter, failureOf, isWithin, leave, millis, part, schedule } from './visit.js';

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

    /** What had not ended is being tried again; a Fail state is entered anew instead. */
    #redriven(event) {
        this.end = null;
        this.redrives.push(millis(event.timestamp));
        for (const visit of this.visits.filter(one => one.end === null && one.type !== 'Fail')) {
            visit.failure = null;
            for (const part of visit.parts.values()) if (part.end !== 'succeeded') part.end = null;
        }
    }

    #entered(event) {
        const visit = enter(event, this.#scopeOf(event));
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
        const { index } = detailsOf(event);
        const map = this.#concerned(event);
        if (!map) return;
        const scope = part(map, index, index);
        this.#visitOf.set(event.id, map);
        if (event.type === 'MapIterationStarted') {
            scope.end = null;
            this.#scopeBegunBy.set(event.id, scope);
        } else scope.end ??= event.type.replace('MapIteration', '').toLowerCase(); // of nested Maps it may mean others
    }

    /**
     * The state that an event is about. The end of a Map or Parallel follows upon the last event of its last part, so the
     * state is further out; its failure, or a new beginning, upon the failure of one inside that may be of the same type.
     */
    #concerned(event) {
        const { type } = event;
        const { name, state } = detailsOf(event);
        if (type.endsWith('StateExited') || type.startsWith('MapIteration'))
            return this.#outwards(event, visit => visit.name === name);
        if (type === 'EvaluationFailed') return this.#outwards(event, visit => visit.name === state);
        if (/^(Map|Parallel)State/.test(type))
            return (
                this.#outwards(event, visit => type.startsWith(visit.type) && !visit.failure) ??
                this.#outwards(event, visit => type.startsWith(visit.type))
            );
        return this.#before(event);
    }

    #outwards(event, meant) {
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
        else if (type.endsWith('StateStarted')) this.#started(visit, event);
        else if (type.endsWith('StateFailed') || type === 'EvaluationFailed') visit.failure = failureOf(details);
        else if (type.endsWith('StateSucceeded')) return;
        else if (type.endsWith('Scheduled')) schedule(visit, details, at, this.redrives.length);
        else if (/(Failed|TimedOut)$/.test(type)) answer(visit, details, at, true, type);
        else if (type.endsWith('Succeeded')) answer(visit, details, at, false, type);
    }

    /** Items or branches begin, for the first time or again: then whatever is at work in the earlier ones never ends. */
    #started(visit, event) {
        for (const inner of this.visits) if (isWithin(inner, visit)) inner.cutOff = true;
        visit.failure = null;
        visit.length = detailsOf(event).length ?? null;
        if (event.type === 'ParallelStateStarted') this.#parallels.add(event.id);
    }
}
