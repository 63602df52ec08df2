// Says when the network is gone, and that nothing is lost.

import { t } from './text.js';

export function watchNetwork(banner) {
    const tell = () => {
        const offline = !navigator.onLine;
        banner.textContent = offline ? `${t('offline.title')}. ${t('offline.text')}` : '';
        banner.classList.toggle('shown', offline);
    };
    addEventListener('online', tell);
    addEventListener('offline', tell);
    addEventListener('languagechosen', tell);
    tell();
}
