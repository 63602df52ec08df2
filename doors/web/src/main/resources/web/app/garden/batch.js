// One batch in the studio's list: how far it is, what it costs, what has failed, and what can be done.

import { has, t } from '../text.js';

const button = (words, onclick) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.className = 'button second';
    one.textContent = words;
    one.onclick = () => {
        one.disabled = true;
        onclick();
    };
    return one;
};

export const money = ({ total, currency }) =>
    new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency }).format(total);

/**
 * @param batch as the API tells it
 * @param doing {cancel, replay}
 */
export function batchItem({ id, status, createdAt, pictures: { planned, made, failed }, price, failures = [], replayable }, { cancel, replay }) {
    const name = new Date(createdAt).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
    const item = document.createElement('li');
    item.dataset.batch = id;
    const head = document.createElement('p');
    const title = document.createElement('strong');
    title.textContent = has(`batch.name.${id}`) ? t(`batch.name.${id}`) : name;
    const badge = document.createElement('span');
    badge.className = `status ${status}`;
    badge.textContent = t(`batch.${status}`);
    head.append(title, ' ', badge);

    const bar = document.createElement('progress');
    bar.max = Math.max(1, planned);
    bar.value = made + failed;
    bar.setAttribute('aria-label', t('batch.progress', { name }));
    const words = document.createElement('p');
    words.className = 'hint';
    words.textContent = t('batch.done', { done: made, of: planned, price: money(price) });
    item.append(head, bar, words);
    if (failures.length > 0) item.append(reasons(failures));
    if (status === 'running') item.append(button(t('batch.cancel'), cancel));
    else if (replayable) item.append(button(t('batch.replay'), replay));
    return item;
}

/** What went wrong, each with its reason. */
function reasons(failures) {
    const more = document.createElement('details');
    const head = document.createElement('summary');
    head.textContent = t('batch.failures', { n: failures.length });
    const list = document.createElement('ul');
    list.append(...failures.map(({ key, code, message }) => {
        const one = document.createElement('li');
        const why = has(`problem.${code}.title`) ? t(`problem.${code}.title`) : message;
        one.textContent = key ? `${key}: ${why}` : why;
        return one;
    }));
    more.append(head, list);
    return more;
}
