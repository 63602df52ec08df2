// Pictures three at a time, with a thumb each.

import { t } from '../text.js';
import { keyOf } from './api.js';

const AT_ONCE = 3;

export class Three {
    #list; #place; #next; #like; #whole; #all = []; #first = 0; #liked = new Set();

    /**
     * @param list an <ul>; @param place says which of how many these are; @param next a button
     * @param like what a thumb does, (key, keys shown) → a promise
     */
    constructor(list, place, next, like) {
        this.#list = list;
        this.#place = place;
        this.#next = next;
        this.#like = like;
    }

    /** @param pictures {url, emotion}; @param whole makes a link whole */
    show(pictures, whole) {
        this.#all = pictures;
        this.#whole = whole;
        this.#first = 0;
        this.#draw();
    }

    /** Goes on by three. With three or fewer left it begins again, and says so. */
    step() {
        const again = this.#all.length - this.#first <= AT_ONCE;
        this.#first = again ? 0 : this.#first + AT_ONCE;
        if (!again) this.#draw();
        return again;
    }

    /** The words in another language. */
    redraw() {
        this.#draw();
    }

    #shown() {
        return this.#all.slice(this.#first, this.#first + AT_ONCE);
    }

    #draw() {
        const shown = this.#shown();
        this.#list.replaceChildren(...shown.map((picture, i) => this.#item(picture, this.#first + i + 1)));
        this.#next.disabled = this.#all.length === 0;
        this.#place.textContent = shown.length === 0 ? ''
            : t('garden.place', { from: this.#first + 1, to: this.#first + shown.length, of: this.#all.length });
    }

    #item(picture, number) {
        const key = keyOf(picture.url);
        const item = document.createElement('li');
        item.className = key.endsWith('v.jpeg') ? 'portrait' : 'landscape';
        const image = document.createElement('img');
        image.src = this.#whole(picture.url);
        image.alt = t('garden.picture', { n: number, mood: t(`mood.${picture.emotion.split('/')[0]}`) });
        image.onerror = () => item.remove(); // the gardener has taken it away meanwhile
        item.append(image, this.#thumb(key, number));
        return item;
    }

    /** Down until it is pressed, then up, and it stays. */
    #thumb(key, number) {
        const thumb = document.createElement('button');
        thumb.type = 'button';
        thumb.className = 'thumb';
        thumb.dataset.key = key;
        const set = liked => {
            thumb.setAttribute('aria-pressed', String(liked));
            thumb.setAttribute('aria-label', t(liked ? 'garden.liked' : 'garden.like', { n: number }));
        };
        set(this.#liked.has(key));
        thumb.onclick = async () => {
            if (this.#liked.has(key)) return;
            this.#liked.add(key);
            set(true);
            await this.#like(key, this.#shown().map(one => keyOf(one.url))).catch(() => {
                this.#liked.delete(key);
                set(false);
            });
        };
        return thumb;
    }
}
