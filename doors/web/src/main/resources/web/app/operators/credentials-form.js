// Asks the operator for temporary credentials, and says what they must allow.

import { t } from '../text.js';
import { readPasted } from './credentials.js';
import { el } from './dom.js';

/** What the page calls; docs/operators.md has them as a policy. */
export const ACTIONS = [
    'states:ListExecutions',
    'states:DescribeExecution',
    'states:DescribeStateMachineForExecution',
    'states:GetExecutionHistory',
    'states:RedriveExecution',
    'states:StopExecution',
    'sqs:ListQueues',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:StartMessageMoveTask',
    'sqs:ListMessageMoveTasks',
    'sqs:DeleteMessage',
    'sqs:SendMessage',
    'logs:DescribeLogGroups',
    'logs:FilterLogEvents',
];

export class CredentialsForm {
    #place;
    #credentials;
    #embedded;
    #done;

    /**
     * @param {boolean} embedded whether this is the embedded cloud, whose credentials come with its link
     * @param {() => void} done called when credentials were given or forgotten
     */
    constructor(place, credentials, embedded, done) {
        this.#place = place;
        this.#credentials = credentials;
        this.#embedded = embedded;
        this.#done = done;
    }

    /** @param {boolean} asking whether credentials are missing or refused  @param {?Error} why AWS's words */
    show(asking, why = null) {
        this.#place.hidden = this.#embedded && !asking;
        this.#place.replaceChildren(asking ? this.#form(why) : this.#known());
    }

    #known() {
        const id = this.#credentials.current().accessKeyId;
        const forget = () => {
            this.#credentials.forget();
            this.#done();
        };
        return el(
            'p.quiet',
            {},
            t('credentials.known', { id }),
            ' ',
            el('button.small', { type: 'button', onclick: forget }, t('credentials.forget')),
        );
    }

    #form(why) {
        const pasted = el('textarea', { id: 'pasted', rows: 5, spellcheck: 'false', autocomplete: 'off' });
        const problem = el('p.why', { role: 'alert' }, why?.message ?? '');
        const take = event => {
            event.preventDefault();
            const found = readPasted(pasted.value);
            if (!found) return (problem.textContent = t('credentials.incomplete'));
            this.#credentials.keep(found);
            this.#done();
        };
        return el(
            'form',
            { onsubmit: take },
            el('h2', {}, t('credentials.title')),
            el('p', {}, t(this.#embedded ? 'credentials.embedded' : 'credentials.body')),
            el('label', { for: 'pasted' }, t('credentials.label')),
            pasted,
            problem,
            el('button.primary', { type: 'submit' }, t('credentials.use')),
            el(
                'details',
                {},
                el('summary', {}, t('credentials.actions')),
                el('pre', { tabindex: 0 }, ACTIONS.join('\n')),
            ),
        );
    }
}
