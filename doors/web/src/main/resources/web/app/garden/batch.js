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

/**
 * @param batch {id, name, status, pictures, done, failed, createdAt, price, latest}
 * @param whole makes a link whole
 * @param doing {cancel, replay}
 */
export function batchItem(batch, whole, { cancel, replay }) {
    const item = document.createElement('li');
    item.dataset.batch = batch.id;
    const head = document.createElement('p');
    const name = document.createElement('strong');
    name.textContent = batch.name ?? batch.id;
    const status = document.createElement('span');
    status.className = `status ${batch.status}`;
    status.textContent = t(`batch.${batch.status}`);
    head.append(name, ' ', status);

    const bar = document.createElement('progress');
    bar.max = Math.max(1, batch.pictures);
    bar.value = batch.done;
    bar.setAttribute('aria-label', t('batch.progress', { name: batch.name ?? batch.id }));
    const words = document.createElement('p');
    words.className = 'hint';
    words.textContent = t('batch.done', {
        done: batch.done, of: batch.pictures, price: cost(batch),
        time: new Date(batch.createdAt).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }),
    });
    item.append(head, bar, words);
    if (batch.failed?.length > 0) item.append(failures(batch.failed));
    if (batch.latest?.length > 0) item.append(pictures(batch.latest, whole));
    if (batch.status === 'running') item.append(button(t('batch.cancel'), cancel));
    else if (batch.done < batch.pictures) item.append(button(t('batch.replay'), replay));
    return item;
}

function cost({ price }) {
    if (!price) return '';
    return new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: price.currency }).format(price.amount);
}

function failures(failed) {
    const more = document.createElement('details');
    const head = document.createElement('summary');
    head.textContent = t('batch.failures', { n: failed.length });
    const list = document.createElement('ul');
    list.append(...failed.map(({ key, reason }) => {
        const one = document.createElement('li');
        one.textContent = `${key}: ${has(`problem.${reason}.title`) ? t(`problem.${reason}.title`) : reason}`;
        return one;
    }));
    more.append(head, list);
    return more;
}

function pictures(latest, whole) {
    const row = document.createElement('div');
    row.className = 'latest';
    row.append(...latest.map(({ url }) => {
        const image = document.createElement('img');
        image.loading = 'lazy';
        image.src = whole(url);
        image.alt = '';
        return image;
    }));
    return row;
}
