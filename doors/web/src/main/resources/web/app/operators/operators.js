// The operators' page: puts its parts together and says which of them is looked at, by the address.

import { config } from '../api.js';
import { boothKey } from '../key.js';
import { loadText, t } from '../text.js';
import { Aws, AwsError } from './aws.js';
import { Credentials } from './credentials.js';
import { CredentialsForm } from './credentials-form.js';
import { tell } from './dialog.js';
import { ExecutionView } from './execution.js';
import { QueuesView } from './lines.js';
import { ExecutionList } from './list.js';
import { Logs } from './logs.js';
import { Machine } from './machine.js';
import { Queues } from './queues.js';

const $ = id => document.getElementById(id);

async function main() {
    boothKey(); // one that the link brought is kept, and does not stay in the address
    await loadText('operators');
    const settings = await config();
    const credentials = new Credentials(settings);
    const aws = new Aws(settings, () => credentials.current());
    const machine = new Machine(aws, settings.stateMachineArn);
    const report = { failed, well };
    const list = new ExecutionList(
        machine,
        { filters: $('filters'), text: $('text'), rows: $('rows'), more: $('more') },
        report,
    );
    const places = {
        head: $('head'),
        failure: $('failure'),
        graph: $('graph'),
        timeline: $('timeline'),
        detail: $('detail'),
    };
    const execution = new ExecutionView(machine, new Logs(aws, settings.logGroupPrefix), places, report);
    const queues = new QueuesView(
        new Queues(aws, settings.stack),
        { count: $('dead'), lines: $('lines'), letters: $('letters') },
        report,
    );
    const form = new CredentialsForm($('credentials'), credentials, begin);

    function begin() {
        const known = credentials.current() !== null;
        document.body.classList.toggle('locked', !known);
        form.show(!known);
        if (!known) return [list, execution, queues].forEach(part => part.stop());
        list.start();
        queues.start();
        go();
    }

    function go() {
        const where = new URLSearchParams(location.hash.slice(1));
        const job = where.get('job');
        const name = where.get('execution') ?? (job && `${job}-r0`);
        document.body.dataset.view = where.has('queues') ? 'queues' : name ? 'execution' : 'list';
        for (const link of document.querySelectorAll('nav a'))
            link.setAttribute('aria-current', String(link.dataset.view === (where.has('queues') ? 'queues' : 'list')));
        execution.open(where.has('queues') ? '' : (name ?? ''));
        list.choose(name ?? '');
    }

    function failed(error) {
        const locked = error instanceof AwsError && error.isAboutCredentials && !credentials.built;
        if (locked) form.show(true, error);
        const known = error instanceof AwsError ? `aws.${error.code}` : '';
        $('trouble').textContent = t('trouble', {
            what: known && t(known) !== known ? t(known) : error.message || error.code,
        });
        $('trouble').hidden = false;
        if (!(error instanceof AwsError)) tell(error.message, 'failed');
    }

    function well() {
        $('trouble').hidden = true;
    }

    addEventListener('hashchange', go);
    addEventListener('languagechosen', () => location.reload());
    begin();
}

main().catch(error => {
    document.getElementById('trouble').hidden = false;
    document.getElementById('trouble').textContent = error.message;
});
