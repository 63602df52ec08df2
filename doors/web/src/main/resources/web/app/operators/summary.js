// What is to be seen of an execution at first sight: how it stands, what failed in it and why.

import { language, t } from '../text.js';
import { shortError } from './definition.js';
import { el } from './dom.js';
import { statusSign } from './icons.js';
import { STATUS } from './list.js';
import { jobOf } from './machine.js';
import { caughtOf, sentencesOf } from './status.js';
import { clock, duration } from './time.js';

/** More of one kind say little that is new. */
const MOST = 3;

/**
 * @param job as the HTTP API shows it, or null
 * @param span {start, over} of the execution, milliseconds
 */
export function headOf({ name, status, redriveCount }, job, { start, over }) {
    const about = [clock(language())(start)];
    if (over) about.push(duration(over.at - start));
    if (redriveCount > 0) about.push(t('list.redriven', { count: redriveCount }));
    return [
        el('h2', {}, statusSign(STATUS[status]), t(`execution.${status}`), el('code', {}, name)),
        el('p.about', {}, about.join(' · ')),
        jobOf(name) && jobLine(jobOf(name).job, job),
    ].filter(Boolean);
}

function jobLine(id, job) {
    const link = el('a', { href: `/guest.html#${id}`, target: '_blank', rel: 'noopener' }, t('execution.guest'));
    if (!job) return el('p.about', {}, link);
    const word = el('b', { class: `job ${job.status}`, 'data-job-status': job.status }, t(`job.${job.status}`));
    return el('p.about', {}, t('execution.job'), ' ', word, ` · ${job.booth} · ${job.filename} · `, link);
}

/**
 * What failed, with the errors that led there although they were caught.
 *
 * @param failures of failuresOf
 * @param {?{status: string}} over how it ended
 * @param {(visit: object) => void} choose
 */
export function storiesOf(execution, history, failures, over, choose) {
    const stories = grouped(failures).map(one => story(one, 'failed', 'failure.in', choose));
    if (stories.length === 0 && over && over.status !== 'SUCCEEDED') {
        const { error = over.status, cause = '' } = execution;
        stories.push(
            story({ visits: [], error, sentences: sentencesOf(cause) }, STATUS[over.status], 'failure.ended', choose),
        );
    }
    const caught = grouped(caughtOf(history, over?.status ?? null));
    return [...stories, ...caught.map(one => story(one, 'caught', 'failure.caught', choose))].slice(0, MOST);
}

/** Three branches that fail alike make one story. */
function grouped(errors) {
    const stories = new Map();
    for (const { visit, error, cause } of errors) {
        const sentences = sentencesOf(cause);
        const key = JSON.stringify([error, sentences]);
        if (!stories.has(key)) stories.set(key, { visits: [], error, sentences });
        stories.get(key).visits.push(visit);
    }
    return [...stories.values()];
}

function story({ visits, error, sentences }, kind, words, choose) {
    const states = visits.slice(0, 2 * MOST).flatMap((visit, index) => {
        const item = visit.scope.item === null ? '' : ` [${visit.scope.item}]`;
        const key = { 'data-key': `story:${visit.id}`, onclick: () => choose(visit) };
        return [index > 0 ? ', ' : ' ', el('button.link', key, visit.name + item)];
    });
    const isNews = visits.every(visit => visit.name !== error); // a Fail state is often called as its error is
    return el(
        `div.story.${kind}`,
        { role: kind === 'failed' ? 'alert' : null },
        statusSign(kind),
        el(
            'div',
            {},
            el('p', {}, t(words), states, isNews && ': ', isNews && el('b', { title: error }, shortError(error))),
            sentences.slice(0, MOST).map(one => el('p.why', {}, one)),
        ),
    );
}

/** The line below a state's name: how long, how many of how many, how often tried. */
export function telling({ status, visits, counts, retries }, over, now) {
    const words = [];
    const latest = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const map = visits.at(-1);
    if (map.length !== null) words.push(t('graph.items', { count: map.length }));
    else if (latest > 1) words.push(t('graph.done', { done: counts.get('succeeded') ?? 0, count: latest }));
    if (!['running', 'succeeded'].includes(status)) words.push(t(`status.${status}`));
    const start = Math.min(...visits.map(visit => visit.start));
    const ends = visits.map(visit => visit.end);
    if (!ends.includes(null)) words.push(duration(Math.max(...ends) - start));
    else if (!over) words.push(duration(now - start));
    if (retries > 0) words.push(t('graph.retries', { count: retries }));
    return words.join(' · ');
}
