// Small pictures of a round's photos, each with its state; there is a tray only where there is something to choose.

import { t } from './text.js';

/** @param entries {url, state}; @param show called with the one that is chosen */
export function fillTray(tray, entries, shown, show) {
    tray.hidden = entries.length < 2;
    tray.replaceChildren(...entries.map((entry, i) => {
        const choice = document.createElement('button');
        choice.type = 'button';
        choice.dataset.state = entry.state;
        choice.setAttribute('aria-current', String(entry === shown));
        choice.setAttribute('aria-label', t('board.photoN', { n: i + 1, state: t(`state.${entry.state}`) }));
        choice.append(Object.assign(document.createElement('img'), { src: entry.url, alt: '' }), document.createElement('i'));
        choice.onclick = () => show(entry);
        const item = document.createElement('li');
        item.append(choice);
        return item;
    }));
}
