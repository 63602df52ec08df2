// What the page reads of a history, in the shape of `booth inspect --json`, without what that alone tells: names of
// files, log lines.

import { millis } from '../../main/resources/web/app/operators/visit.js';
import { attemptStatusOf, statusOf } from '../../main/resources/web/app/operators/status.js';

/** The command line's word where it is another: there jobs are canceled, executions are aborted. */
const WORD = { canceled: 'aborted' };

/**
 * @param execution the answer of DescribeExecution
 * @param history of readHistory
 */
export function timelineOf({ name, status, startDate, stopDate, error, cause }, { visits, redrives }) {
    const start = millis(startDate);
    const over = stopDate === undefined ? null : status;
    const outermost = visits.filter(visit => visit.scope.owner === null);
    return present({
        execution: name,
        status,
        startedAt: moment(start),
        endedAt: over && moment(millis(stopDate)),
        redrivenAt: redrives.map(moment),
        error,
        cause,
        steps: outermost.map(visit => step(visit, visits, start, over)),
    });
}

function step(visit, visits, start, over) {
    const within = part => visits.filter(inner => inner.scope === part).map(inner => step(inner, visits, start, over));
    return present({
        state: visit.name,
        type: visit.type,
        startMillis: visit.start - start,
        millis: took(visit),
        outcome: word(statusOf(visit, over)),
        attempts: visit.attempts.map(attempt => called(attempt, visit, start, over)),
        error: visit.failure?.error,
        cause: visit.failure?.cause,
        parts: [...visit.parts].map(([index, part]) => ({ index, steps: within(part) })),
    });
}

function called(attempt, visit, start, over) {
    return present({
        number: attempt.number,
        redrive: attempt.redrive,
        startMillis: attempt.start - start,
        millis: took(attempt),
        outcome: word(attemptStatusOf(attempt, visit, over)),
        error: attempt.error,
        cause: attempt.failed ? attempt.cause : null,
    });
}

const took = ({ start, end }) => (end === null ? null : end - start);
const word = status => WORD[status] ?? status;
const moment = at => new Date(at).toISOString().replace('.000Z', 'Z');

/** As Java writes it, which leaves out what there is not. */
function present(object) {
    return Object.fromEntries(
        Object.entries(object).filter(([, value]) => value !== undefined && value !== null && value !== ''),
    );
}
