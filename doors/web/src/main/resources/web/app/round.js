// One guest's round: some photos, each with a board of its own, and the tray to choose between them.

import { Problem, jobs } from './api.js';
import { Board } from './board.js';
import { boardElement, button } from './board-parts.js';
import { outbox } from './outbox.js';
import { qr } from './qr.js';
import { save, sheet } from './save.js';
import { send } from './send.js';
import { ended, watch } from './stream.js';
import { failure, t, translate } from './text.js';
import { fillTray } from './tray.js';

/** The link behind the QR code: who has it sees the pictures and may delete them. */
export const guestLink = ({ id, token }) => `${location.origin}/guest.html#${id}${token ? `.${token}` : ''}`;

export class Round {
    #entries = [];
    #shown;

    /** @param place {tray, boards, sheet}; @param on {key(), keyRefused(), over()} */
    constructor(place, on) {
        this.place = place;
        this.on = on;
    }

    get empty() {
        return this.#entries.length === 0;
    }

    /** Whether nothing is under way any more. */
    get settled() {
        return this.#entries.every(entry => entry.state === 'done' || entry.state === 'trouble');
    }

    /** @param photo as the outbox keeps it */
    add(photo) {
        const root = boardElement();
        translate(root);
        const board = new Board(root);
        const entry = { photo, board, state: 'waiting', url: URL.createObjectURL(photo.blob) };
        this.#entries.push(entry);
        this.place.boards.append(root);
        root.hidden = true;
        root.addEventListener('chosen', () => this.#actions(entry));
        board.photo(entry.url, photo.width, photo.height);
        this.#actions(entry);
        if (!this.#shown) this.show(entry);
        this.#tray();
        this.#go(entry);
    }

    show(entry) {
        this.#shown = entry;
        for (const other of this.#entries) other.board.root.hidden = other !== entry;
        this.#tray();
        this.#paper(entry);
    }

    /** Sends what could not be sent for want of a key. */
    resume() {
        for (const entry of this.#entries) if (entry.keyless) this.#go(entry);
    }

    translate() {
        for (const entry of this.#entries) {
            translate(entry.board.root);
            entry.board.translate();
            this.#actions(entry);
        }
        this.#tray();
    }

    /** The guest is done: nothing of the round is left to see, but what is not sent yet will be. */
    async end() {
        const entries = this.#entries;
        this.#entries = [];
        this.#shown = undefined;
        this.place.sheet.replaceChildren();
        this.on.over();
        for (const entry of entries) {
            entry.stop?.();
            URL.revokeObjectURL(entry.url);
            entry.board.root.remove();
            entry.photo.left = true;
            if (entry.photo.sent || entry.state === 'trouble') await outbox.remove(entry.photo.id);
            else await outbox.put(entry.photo).catch(() => {});
        }
    }

    /** Sends a photo whose guest has not waited for it; without a good key it waits for one. */
    async deliver(photo) {
        await send(photo, { key: this.on.key, waiting() {}, progress() {} }).catch(() => {});
        if (photo.sent) await outbox.remove(photo.id);
    }

    async #go(entry) {
        const { board, photo } = entry;
        entry.keyless = false;
        this.#state(entry, photo.sent ? 'working' : 'upload');
        try {
            await send(photo, {
                key: this.on.key,
                waiting: problem => {
                    this.#state(entry, 'waiting');
                    board.tell(() => (problem.code === 'OFFLINE' ? t('stage.offline') : failure(problem).text));
                },
                progress: share => {
                    this.#state(entry, 'upload');
                    board.uploading(share);
                },
            });
        } catch (problem) {
            return photo.left ? undefined : this.#refused(entry, problem);
        }
        if (photo.left) return outbox.remove(photo.id);
        this.#state(entry, 'working');
        this.#code(entry);
        this.#watch(entry);
    }

    #watch(entry) {
        entry.stop?.();
        entry.stop = watch(entry.photo.job.id, view => {
            entry.board.show(view);
            const state = ended(view) ? (view.error ? 'trouble' : 'done') : 'working'; // once more, where somebody replays it
            if (entry.state !== state) this.#state(entry, state);
            this.#actions(entry);
            if (entry === this.#shown && ended(view)) this.#paper(entry);
        }, () => this.#refused(entry, new Problem('NO_SUCH_JOB', 404)));
    }

    #refused(entry, problem) {
        entry.problem = problem instanceof Problem ? problem : new Problem('OTHER');
        if (problem.code === 'UNAUTHORIZED') {
            entry.keyless = true;
            this.#state(entry, 'waiting');
            return this.on.keyRefused();
        }
        this.#state(entry, 'trouble');
        const { title, text } = failure({ code: entry.problem.code, message: problem.detail });
        const trouble = entry.board.find('.trouble');
        trouble.hidden = false;
        entry.board.root.classList.add('refused');
        trouble.querySelector('h2').textContent = title;
        trouble.querySelector('p').textContent = text;
        entry.board.tell(() => t('stage.failed'));
        this.#actions(entry);
    }

    async #code(entry) {
        const link = guestLink(entry.photo.job);
        const place = entry.board.find('.qr');
        place.href = link;
        entry.code = await qr(link).catch(() => undefined); // the link itself works without
        if (entry.code) place.replaceChildren(entry.code);
        entry.board.find('.takeaway').classList.remove('empty');
    }

    #paper(entry) {
        if (entry.board.view && ended(entry.board.view)) sheet(this.place.sheet, entry.board.view, entry.code);
        else this.place.sheet.replaceChildren();
    }

    #state(entry, state) {
        entry.state = state;
        this.#tray();
    }

    #actions(entry) {
        const { board, photo } = entry;
        const view = board.view;
        const pictures = (view?.pictures ?? []).filter(picture => picture.url);
        const actions = [];
        if (pictures.length > 0 && ended(view)) {
            actions.push(button('board.save', 'second', () => save([board.chosen ?? pictures[0]])));
            actions.push(button('board.print', 'second', () => print()));
        }
        if (view?.error?.retryable || (entry.state === 'trouble' && !photo.sent && entry.problem?.status >= 500))
            actions.push(button('board.again', 'second', () => this.#again(entry)));
        if (entry.state === 'done' || entry.state === 'trouble' || entry.state === 'waiting')
            actions.push(button(entry.state === 'done' ? 'board.new' : 'board.another', '', () => this.end()));
        board.find('.takeaway').classList.toggle('empty', !photo.job || Boolean(view?.error && pictures.length === 0));
        const place = board.find('.actions');
        const now = actions.map(one => one.dataset.t).join();
        if (place.dataset.now === now) return translate(place); // whoever is on a button stays there
        place.dataset.now = now;
        place.replaceChildren(...actions);
        translate(place);
    }

    async #again(entry) {
        entry.board.again();
        if (!entry.photo.sent) return this.#go(entry);
        try {
            await jobs.replay(entry.photo.job.id, this.on.key());
        } catch (problem) {
            return this.#refused(entry, problem);
        }
        this.#state(entry, 'working');
        this.#watch(entry);
    }

    #tray() {
        fillTray(this.place.tray, this.#entries, this.#shown, entry => this.show(entry));
    }
}
