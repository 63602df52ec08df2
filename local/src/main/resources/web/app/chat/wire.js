// What went over the wire between LINE and the bot, for engineers.

import { el } from '../operators/dom.js';
import { t } from '../text.js';

const MOST = 80;

export class Wire {
    #place;
    #act;
    #shown = new Map();

    constructor(place, act) {
        this.#place = place;
        this.#act = act;
    }

    /** @param exchanges from the oldest */
    show(exchanges) {
        const newest = exchanges.slice(-MOST).reverse();
        const elements = newest.map(exchange => this.#current(exchange));
        for (const [id, element] of this.#shown) if (!elements.includes(element)) this.#drop(id, element);
        elements.forEach((element, i) => {
            if (this.#place.children[i] !== element) this.#place.insertBefore(element, this.#place.children[i] ?? null);
        });
    }

    forget() {
        this.#shown.clear();
        this.#place.replaceChildren();
    }

    #drop(id, element) {
        element.remove();
        this.#shown.delete(id);
    }

    /** One that has been answered since stays open if it was. */
    #current(exchange) {
        const shown = this.#shown.get(exchange.id);
        if (shown?.dataset.revision === String(exchange.revision)) return shown;
        const element = this.#line(exchange);
        if (shown) {
            element.querySelector('details').open = shown.querySelector('details').open;
            shown.replaceWith(element);
        }
        this.#shown.set(exchange.id, element);
        return element;
    }

    #line(exchange) {
        const { who, about, status, sent } = exchange;
        const again = sent?.events?.[0]?.deliveryContext?.isRedelivery;
        return el('li.exchange', { 'data-revision': String(exchange.revision), 'data-who': who, 'data-about': about, 'data-status': String(status) },
            el('details', {},
                el('summary', {},
                    el('span.who', {}, t(`chat.wire.${who}`)),
                    el('code', {}, short(about)),
                    again && el('span.how', {}, t('chat.wire.again')),
                    el(`span.status.${kind(status)}`, {}, said(status))),
                this.#details(exchange)),
            exchange.event && el('div.deeds', {},
                this.#button('chat.again', exchange, false),
                this.#button('chat.forge', exchange, true)));
    }

    #details({ headers, sent, answer }) {
        const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`).join('');
        return el('div', {},
            el('h3', {}, t('chat.wire.sent')),
            el('pre', { tabindex: '0' }, head + (sent ? JSON.stringify(sent, null, 2) : '') || t('chat.wire.empty')),
            el('h3', {}, t('chat.wire.answer')),
            el('pre', { tabindex: '0' }, pretty(answer) || t('chat.wire.empty')));
    }

    #button(words, { event }, forged) {
        return el('button.tiny', { type: 'button', onclick: () => this.#act('again', { event, forged }) }, t(words));
    }
}

/** Ids in paths are long, and nobody reads them. */
const short = about => about.replace(/[0-9a-zA-Z]{12,}/g, id => `${id.slice(0, 4)}…`);

const kind = status => (status === 0 ? 'pending' : status >= 200 && status < 300 ? 'good' : 'bad');

const said = status => (status === 0 ? t('chat.wire.pending') : status < 0 ? t('chat.wire.nobody') : String(status));

function pretty(text) {
    try {
        return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
        return text;
    }
}
