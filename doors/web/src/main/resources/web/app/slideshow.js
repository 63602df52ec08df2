// Pictures over the whole screen, one fading into the next, until somebody ends it. The screen stays awake meanwhile.

import { t } from './text.js';

const EACH_MS = 6_000;
const AWAKE_MS = 2_500;

export class Slideshow {
    #root; #images; #pictures; #timer; #awakeTimer; #lock; #shown; #back;

    /** @param pictures a function: the pictures there are by now, {job, index, url} */
    constructor(root, stop, pictures) {
        this.#root = root;
        this.#images = [...root.querySelectorAll('img')];
        this.#pictures = pictures;
        stop.onclick = () => this.stop();
        root.onpointermove = () => this.#awake();
        root.onkeydown = event => this.#key(event);
        document.addEventListener('visibilitychange', () => this.running && !document.hidden && this.#stayAwake());
        document.addEventListener('fullscreenchange', () => !document.fullscreenElement && this.running && this.stop());
    }

    get running() {
        return !this.#root.hidden;
    }

    /** @param first {job, index}, or the newest */
    start(first) {
        this.#back = document.activeElement;
        this.#root.hidden = false;
        this.#root.focus();
        this.#root.requestFullscreen?.().catch(() => {}); // without a touch it is not allowed: then it fills the window
        this.#stayAwake();
        this.#awake();
        const all = this.#pictures();
        this.#show(all.find(one => one.job === first?.job && one.index === first?.index) ?? all[0]);
    }

    stop() {
        clearTimeout(this.#timer);
        this.#root.hidden = true;
        if (document.fullscreenElement) document.exitFullscreen();
        this.#lock?.release();
        this.#lock = undefined;
        this.#back?.focus();
    }

    #show(picture) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#step(1), EACH_MS);
        if (!picture) return;
        this.#shown = picture;
        const [now, next] = this.#images;
        next.onload = () => {
            next.classList.add('on');
            now.classList.remove('on');
        };
        next.src = picture.url;
        const all = this.#pictures();
        next.alt = t('gallery.picture', { n: all.indexOf(picture) + 1, of: all.length });
        this.#images.reverse();
    }

    /** A picture that is new meanwhile is shown when its turn comes, one that is gone is not shown again. */
    #step(by) {
        const all = this.#pictures();
        const at = all.findIndex(one => one.job === this.#shown?.job && one.index === this.#shown?.index);
        this.#show(all[(at + by + all.length) % all.length]);
    }

    #key({ key }) {
        if (key === 'Escape') this.stop();
        else if (key === 'ArrowRight') this.#step(1);
        else if (key === 'ArrowLeft') this.#step(-1);
        else this.#awake();
    }

    #awake() {
        this.#root.classList.add('awake');
        clearTimeout(this.#awakeTimer);
        this.#awakeTimer = setTimeout(() => this.#root.classList.remove('awake'), AWAKE_MS);
    }

    async #stayAwake() {
        this.#lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    }
}
