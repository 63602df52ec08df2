// Before and after on one stage: a slider that is dragged, or moved by the arrow keys, uncovers the picture.

import { t } from './text.js';

const UNVEIL_MS = 1_400;
const still = matchMedia('(prefers-reduced-motion: reduce)');

export class Compare {
    #stage; #after; #handle; #slider; #index = 0;

    constructor(stage) {
        this.#stage = stage;
        this.#after = stage.querySelector('.after');
        this.#handle = stage.querySelector('.handle');
        this.#slider = stage.querySelector('.cut');
        this.#slider.oninput = () => this.#cut(Number(this.#slider.value));
    }

    /** @param unveil whether to draw it across the photo once, to show that there is something to drag */
    show(url, index, unveil) {
        const first = this.#after.hidden;
        this.#index = index;
        this.#after.src = url;
        this.#after.alt = t('board.picture', { n: index });
        for (const part of [this.#after, this.#handle, this.#slider]) part.hidden = false;
        if (first) this.#cut(100);
        if (first && unveil && !still.matches) this.#after.decode().catch(() => {}).then(() => this.#unveil());
        this.translate();
    }

    hide() {
        for (const part of [this.#after, this.#handle, this.#slider]) part.hidden = true;
    }

    translate() {
        this.#slider.setAttribute('aria-label', t('board.compare', { n: this.#index }));
        this.#cut(Number(this.#slider.value));
    }

    #unveil() {
        const start = performance.now();
        const step = now => {
            const done = Math.min(1, (now - start) / UNVEIL_MS);
            this.#cut(100 * (1 - (1 - done) ** 3));
            if (done < 1) requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
    }

    #cut(percent) {
        this.#slider.value = String(percent);
        this.#slider.setAttribute('aria-valuetext', t('board.compare.value', { percent: Math.round(percent) }));
        this.#stage.style.setProperty('--cut', String(percent));
        this.#handle.classList.toggle('edge', percent > 94);
    }
}
