// The messages of one chat, as bubbles.

import { el } from '../operators/dom.js';
import { t } from '../text.js';
import { service } from './service.js';

const CLOSE = 80;

export class Talk {
    #place;
    #window;
    #act;
    #shown = new Map();
    #photos = new Map();

    /** @param window in which the place scrolls; @param act what to do with what the guest does */
    constructor(place, window, act) {
        this.#place = place;
        this.#window = window;
        this.#act = act;
    }

    /** @param entries of the chat, from the oldest; @param busy whether the bot is at work */
    show(entries, busy) {
        const atEnd = this.#atEnd();
        const before = this.#shown;
        this.#shown = new Map(entries.map(entry => [entry.id, this.#unchanged(before.get(entry.id), entry)]));
        const elements = [...this.#shown.values()].map(one => one.element);
        if (busy) elements.push(this.#busy());
        this.#settle(elements);
        if (atEnd) this.#toEnd();
    }

    /** In another language everything is said anew. */
    forget() {
        this.#shown.clear();
    }

    #unchanged(shown, entry) {
        return shown?.revision === entry.revision ? shown : { revision: entry.revision, element: this.#line(entry) };
    }

    /** Moves nothing that stands where it belongs: a screen reader repeats what is put in again. */
    #settle(elements) {
        for (const child of [...this.#place.children]) if (!elements.includes(child)) child.remove();
        elements.forEach((element, i) => {
            if (this.#place.children[i] !== element) this.#place.insertBefore(element, this.#place.children[i] ?? null);
        });
    }

    #busyDots;

    #busy() {
        this.#busyDots ??= el('li.line.bot', {}, el('span.bubble.busy', {}, el('i'), el('i'), el('i'), el('span.unseen')));
        this.#busyDots.querySelector('.unseen').textContent = t('chat.busy');
        return this.#busyDots;
    }

    #line(entry) {
        if (entry.by === 'notice')
            return el('li.notice', {}, t(`chat.notice.${entry.chat}.${entry.message.type}`));
        if (entry.unsent) return el('li.notice', {}, t('chat.unsent'));
        const mine = entry.by === 'guest';
        return el(
            mine ? 'li.line.mine' : 'li.line.bot',
            { 'data-by': entry.by },
            this.#bubble(entry),
            mine
                ? el('button.tiny', { type: 'button', onclick: () => this.#act('unsend', { message: entry.id }) }, t('chat.unsend'))
                : el('span.how', {}, t(`chat.${entry.by}`)));
    }

    #bubble({ id, by, message }) {
        if (message.type === 'image') return by === 'guest' ? this.#photo(id) : this.#picture(message);
        if (message.type === 'sticker') return el('span.bubble.sticker', { role: 'img', 'aria-label': t('chat.sticker') }, '(◕‿◕)');
        return el('span.bubble', {}, message.text);
    }

    /** The guest's own: from LINE's store, where whoever asks must have the key. */
    #photo(id) {
        const image = el('img', { alt: t('chat.yourPhoto') });
        image.onload = () => this.#toEnd();
        const photo = this.#photos.get(id) ?? service.photo(id).then(blob => URL.createObjectURL(blob));
        this.#photos.set(id, photo);
        photo.then(url => (image.src = url), () => image.replaceWith(el('span.bubble', {}, t('chat.pictureGone'))));
        return el('span.bubble.image', {}, image);
    }

    #picture({ originalContentUrl, previewImageUrl }) {
        const image = el('img', { alt: t('chat.picture'), src: previewImageUrl });
        image.onload = () => this.#toEnd();
        image.onerror = () => image.replaceWith(el('span.how', {}, t('chat.pictureGone')));
        return el('a.bubble.image', { href: originalContentUrl, target: '_blank', rel: 'noopener' }, image);
    }

    #atEnd() {
        const { scrollHeight, scrollTop, clientHeight } = this.#window;
        return scrollHeight - scrollTop - clientHeight < CLOSE;
    }

    #toEnd() {
        this.#window.scrollTop = this.#window.scrollHeight;
    }
}
