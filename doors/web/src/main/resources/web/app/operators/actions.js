// What an operator can do with an execution: replay its job, redrive it, stop it. Each is asked about first, in words that
// say what will happen.

import { jobs, Problem } from '../api.js';
import { boothKey, keepKey } from '../key.js';
import { t } from '../text.js';
import { ask, tell } from './dialog.js';
import { el } from './dom.js';
import { jobOf } from './machine.js';

/** Of the others nothing is missing, or the answer would be the same. */
const REPLAYABLE = ['partial', 'failed', 'canceled', 'queued', 'running'];

/**
 * @param execution as DescribeExecution gives it
 * @param job its job as the HTTP API shows it; null where there is none
 * @param {(name?: string) => void} again called when something was done, with the name of the execution that runs now
 * @param {(e: Error) => void} failed
 */
export function actionsOf(execution, job, machine, again, failed) {
    const { name, status } = execution;
    const running = status === 'RUNNING';
    const doing = work => () => work().catch(failed);
    const button = (kind, key, work) =>
        el(`button.${kind}`, { type: 'button', 'data-key': key, onclick: doing(work) }, t(`action.${key}`));
    const buttons = [];
    if (!running && job && REPLAYABLE.includes(job.status))
        buttons.push(button('primary', 'replay', () => replay(name, again)));
    if (execution.redriveStatus === 'REDRIVABLE')
        buttons.push(button('plain', 'redrive', () => redrive(name, machine, again)));
    if (running) buttons.push(button('danger', 'stop', () => stop(name, machine, again)));
    return buttons;
}

/** The booth's own way: it knows whether to redrive or to start anew, and what need not be painted again. */
async function replay(name, again) {
    const { job } = jobOf(name);
    const yes = await ask({
        title: t('replay.title'),
        body: [t('replay.body')],
        yes: t('action.replay'),
        no: t('action.no'),
    });
    if (!yes) return;
    const answer = await withKey(key => jobs.replay(job, key));
    if (!answer) return;
    if (answer.result === 'nothing_to_do') tell(answer.message, 'quiet');
    else tell(t(`replay.${answer.result}`, { execution: answer.execution, painted: answer.painted.join(', ') || '–' }));
    again(answer.execution);
}

/** A key that is missing, revoked or another booth's is asked for. */
async function withKey(work) {
    let key = boothKey();
    let why = t('key.needed');
    for (;;) {
        if (key) {
            try {
                return await work(key);
            } catch (e) {
                if (!(e instanceof Problem) || ![401, 403, 404].includes(e.status)) throw e;
                why = e.message;
            }
        }
        key = await askKey(why);
        if (!key) return null;
        keepKey(key);
    }
}

function askKey(why) {
    const field = el('input', {
        id: 'key',
        name: 'key',
        autocomplete: 'off',
        spellcheck: 'false',
        placeholder: 'pb_…',
        required: true,
    });
    const body = [why, el('label', { for: 'key' }, t('key.label')), field, el('p.quiet', {}, t('key.hint'))];
    return ask(
        { title: t('key.title'), body, yes: t('key.use'), no: t('action.no') },
        () => field.value.trim() || null,
    );
}

/** Step Functions' own: the job's record follows by the event that Step Functions sends. */
async function redrive(name, machine, again) {
    const yes = await ask({
        title: t('redrive.title'),
        body: [t('redrive.body')],
        yes: t('action.redrive'),
        no: t('action.no'),
    });
    if (!yes) return;
    await machine.redrive(name);
    tell(t('redrive.done'));
    again(name);
}

async function stop(name, machine, again) {
    const yes = await ask({
        title: t('stop.title'),
        body: [t('stop.body')],
        yes: t('action.stop'),
        no: t('action.no'),
        danger: true,
    });
    if (!yes) return;
    await machine.stop(name);
    tell(t('stop.done'));
    again(name);
}
