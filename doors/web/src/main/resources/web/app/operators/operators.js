// The operators' page: puts its parts together and says which of them is looked at, by the address.

import { config } from '../api.js';
import { AwsV4Signer } from '../aws4fetch.js';
import { boothKey } from '../key.js';
import { has, loadText, t } from '../text.js';
import { Aws, AwsError } from './aws.js';
import { CredentialsForm } from './credentials-form.js';
import { Credentials, forgetOperatorsKey, operatorsKey } from './credentials.js';
import { tell } from './dialog.js';
import { ExecutionView } from './execution.js';
import { QueuesView } from './queues-view.js';
import { ExecutionList } from './list.js';
import { Logs } from './logs.js';
import { Machine } from './machine.js';
import { Queues } from './queues.js';

const $ = id => document.getElementById(id);
const places = (...ids) => Object.fromEntries(ids.map(id => [id, $(id)]));

async function main() {
    boothKey(); // one that the link brought is kept, and does not stay in the address
    const key = operatorsKey();
    addEventListener('hashchange', () => {
        if (location.hash.includes('operator=')) location.reload(); // the link, opened while the page is open
    });
    await loadText('operators');
    const settings = await config();
    const credentials = new Credentials();
    if (!(await credentials.ask(key, settings))) forgetOperatorsKey();
    new Page(settings, credentials).begin();
    document.body.dataset.ready = '';
}

class Page {
    #credentials;
    #form;
    #list;
    #execution;
    #queues;
    #troubles = new Map();

    constructor(settings, credentials) {
        this.#credentials = credentials;
        const embedded = settings.aws?.keys !== undefined;
        this.#form = new CredentialsForm($('credentials'), credentials, embedded, () => this.begin());
        const aws = new Aws(settings, () => this.#credentials.current(), AwsV4Signer);
        const machine = new Machine(aws, settings.stateMachineArn);
        const logs = new Logs(aws, settings.logGroupPrefix);
        const queues = new Queues(aws, settings.stack);
        const seen = places('head', 'failure', 'graph', 'timeline', 'detail');
        this.#list = new ExecutionList(machine, places('filters', 'text', 'rows', 'more'), this.#report('list'));
        this.#execution = new ExecutionView(machine, logs, seen, this.#report('execution'));
        this.#queues = new QueuesView(queues, places('dead', 'lines', 'letters'), this.#report('queues'));
        addEventListener('hashchange', () => this.#go());
        addEventListener('languagechosen', () => location.reload());
    }

    begin() {
        const known = this.#credentials.current() !== null;
        this.#lock(!known);
        if (!known) return;
        this.#list.start();
        this.#queues.start();
        this.#go();
    }

    /** @param {?Error} why AWS's words where it refused the credentials */
    #lock(locked, why = null) {
        document.body.classList.toggle('locked', locked);
        this.#form.show(locked, why);
        if (locked) for (const part of [this.#list, this.#execution, this.#queues]) part.stop();
    }

    #go() {
        const where = new URLSearchParams(location.hash.slice(1));
        const job = where.get('job');
        const name = where.get('execution') ?? (job ? `${job}-r0` : '');
        const view = where.has('queues') ? 'queues' : name ? 'execution' : 'list';
        document.body.dataset.view = view;
        for (const link of document.querySelectorAll('nav a[data-view]'))
            link.setAttribute('aria-current', String((link.dataset.view === 'queues') === (view === 'queues')));
        this.#troubles.delete('execution');
        this.#execution.open(view === 'execution' ? name : '');
        this.#list.choose(name);
    }

    /** How a part tells the page what became of its last look at AWS, and of what the operator asked for. */
    #report(part) {
        return {
            well: () => this.#troubles.delete(part) && this.#showTroubles(),
            failed: error => {
                if (error.isAboutCredentials) return this.#lock(true, error);
                this.#troubles.set(part, worded(error));
                this.#showTroubles();
            },
            refused: error => tell(worded(error), 'failed'),
            changed: () => this.#list.start(),
        };
    }

    #showTroubles() {
        const told = [...new Set(this.#troubles.values())];
        $('trouble').textContent = told.length > 0 ? t('trouble', { what: told.join(' ') }) : '';
        $('trouble').hidden = told.length === 0;
    }
}

function worded(error) {
    const name = `aws.${error.code}`;
    if (error instanceof AwsError && has(name)) return t(name);
    return error.message || String(error.code);
}

main().catch(error => {
    $('trouble').textContent = error.message;
    $('trouble').hidden = false;
});
