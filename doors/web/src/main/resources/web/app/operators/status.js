// How visits stand, and what that makes of each state of the graph.

import { isWithin } from './visit.js';

/** From the least to the most urgent: of several visits the most urgent one colours the state. */
export const STATUSES = ['idle', 'succeeded', 'canceled', 'caught', 'failed', 'running'];

/** @param {?string} over the execution's status once it has ended: SUCCEEDED, FAILED, TIMED_OUT, ABORTED */
export function statusOf(visit, over) {
    if (visit.type === 'Fail') return 'failed';
    const badly = Boolean(visit.failure) || Boolean(visit.attempts.at(-1)?.failed);
    if (visit.end !== null) return badly ? 'caught' : 'succeeded';
    const open = openStatusOf(visit, over);
    return badly && open !== 'running' ? 'failed' : open;
}

/** One call of a task; the last one stands as its state does while that is at work. */
export function attemptStatusOf(attempt, visit, over) {
    if (attempt.failed) return 'failed';
    if (attempt.end !== null) return 'succeeded';
    return attempt.overtaken !== null || visit.end !== null ? 'canceled' : openStatusOf(visit, over);
}

/** How a visit stands whose end is not recorded. When the time of an execution is up, all that is at work fails. */
function openStatusOf(visit, over) {
    if (isOver(visit)) return 'canceled';
    if (!over) return 'running';
    return over === 'TIMED_OUT' ? 'failed' : 'canceled';
}

/** Whether nothing more can happen to a visit while its execution goes on: the iteration or branch it is in is over. */
function isOver(visit) {
    const { owner, end } = visit.scope;
    return visit.cutOff || end !== null || (owner !== null && (owner.end !== null || isOver(owner)));
}

/** When a visit ended, or would have: milliseconds. */
export function endOf(visit, over, now) {
    if (visit.end !== null) return visit.end;
    if (visit.attempts.at(-1)?.end && (over || isOver(visit))) return visit.attempts.at(-1).end;
    return over ? over.at : now;
}

/** The error that a visit met last: its own, or its last attempt's. */
export function errorOf(visit) {
    const last = visit.attempts.at(-1);
    if (last?.failed) return { error: last.error, cause: last.cause };
    return visit.failure?.error || visit.failure?.cause ? visit.failure : null;
}

/**
 * What the graph shows of each state.
 *
 * @returns {Map<string, {status: string, visits: Visit[], counts: Map<string, number>, retries: number}>} by name
 */
export function statesOf(visits, over) {
    const states = new Map();
    for (const [name, latest] of latestByScope(visits)) {
        const counts = new Map();
        for (const visit of latest) {
            const status = statusOf(visit, over);
            counts.set(status, (counts.get(status) ?? 0) + 1);
        }
        const status = STATUSES.filter(one => counts.has(one)).at(-1);
        const all = visits.filter(visit => visit.name === name);
        const retries = all.reduce((sum, visit) => sum + Math.max(0, visit.attempts.length - 1), 0);
        states.set(name, { status, visits: all, counts, retries });
    }
    return states;
}

/** A state that is entered twice in the same branch or iteration (a loop, a redrive) stands as it does the second time. */
function latestByScope(visits) {
    const latest = new Map();
    for (const visit of visits) {
        if (!latest.has(visit.name)) latest.set(visit.name, new Map());
        latest.get(visit.name).set(visit.scope, visit);
    }
    return new Map([...latest].map(([name, scopes]) => [name, [...scopes.values()]]));
}

/** Which ways were gone, as "from → to" with a character between that no name has. */
export function waysGone(visits) {
    return new Set(visits.filter(visit => visit.from).map(visit => wayKey(visit.from.name, visit.name)));
}

export const wayKey = (from, to) => `${from}\u0000${to}`;

/**
 * What went wrong, the innermost states first: a Map fails because something in it does, and that is what somebody in a
 * hurry wants to know.
 */
export function failuresOf(history, over) {
    const culprits = history.visits.filter(
        visit => statusOf(visit, over) === 'failed' && !hasFailedInside(visit, history.visits, over),
    );
    return culprits.map(visit => ({
        visit,
        ...(errorOf(visit) ?? { error: history.end?.error ?? '', cause: history.end?.cause ?? '' }),
    }));
}

/** Errors that were caught, so that the execution went on. */
export function caughtOf(history, over) {
    return history.visits
        .filter(visit => statusOf(visit, over) === 'caught')
        .map(visit => ({ visit, ...(errorOf(visit) ?? { error: '', cause: '' }) }));
}

function hasFailedInside(outer, visits, over) {
    return visits.some(visit => isWithin(visit, outer) && statusOf(visit, over) === 'failed');
}

/**
 * The sentences in a cause. Lambda's are JSON with errorMessage; a Fail state may give a list of what its branches met.
 *
 * @returns {string[]} each once
 */
export function sentencesOf(cause) {
    const found = [];
    collect(cause, found);
    return [...new Set(found.filter(Boolean))];
}

function collect(value, found) {
    if (typeof value === 'string') {
        const parsed = /^\s*[[{]/.test(value) ? tryJson(value) : undefined;
        if (parsed === undefined) found.push(value);
        else collect(parsed, found);
    } else if (Array.isArray(value)) value.forEach(one => collect(one, found));
    else if (value && typeof value === 'object') {
        const told =
            value.errorMessage ?? value.Cause ?? value.cause ?? value.message ?? value.error?.Cause ?? value.error;
        if (told !== undefined) collect(told, found);
    }
}

function tryJson(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
