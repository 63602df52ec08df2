// Shows one job on a .board: the photo with what was found on it, and each picture the moment it lands. What is to come
// has its place from the start, so nothing ever moves.

import { failure, language, t } from './text.js';
import { Compare } from './compare.js';
import { tellNotices } from './notices.js';
import { longest, standing } from './standing.js';
import { ended } from './stream.js';

const UPLOAD_SHARE = 0.15;

export class Board {
    #view;
    #told = () => t('stage.waiting');

    /** @param root made from the template */
    constructor(root) {
        this.root = root;
        this.find = selector => root.querySelector(selector);
        this.prints = [...root.querySelectorAll('.print')];
        this.compare = new Compare(this.find('.stage'));
        this.prints.forEach((print, i) => (print.onclick = () => this.choose(i + 1)));
        this.#captions();
        this.#keepPlace();
        this.tell(this.#told);
    }

    get view() {
        return this.#view;
    }

    /** The photo as it stands on this device; the shape of its frame is the shape of everything. */
    photo(url, width, height) {
        this.#shape(frameRatio(width, height));
        this.#original(url);
    }

    #shape(ratio) {
        this.root.style.setProperty('--ratio', String(ratio));
        this.root.classList.add('shaped');
    }

    #original(url) {
        const image = this.find('.original');
        image.src = url;
        image.alt = t('board.photo');
        image.hidden = false;
    }

    /** Says how it stands, in words that are asked for again when the language changes. */
    tell(words) {
        this.#told = words;
        const status = this.find('.status');
        const said = words();
        if (status.textContent !== said) status.textContent = said; // a screen reader repeats what is written again
    }

    /** As much as the longest words need, in whatever font they are set: one line more would push all below it. */
    #keepPlace() {
        this.find('.told h1').dataset.longest = longest();
    }

    /** @param share of the photo that has been sent, 0 to 1 */
    uploading(share) {
        this.find('progress').value = share * UPLOAD_SHARE;
        this.tell(() => t('stage.upload', { percent: Math.round(share * 100) }));
    }

    /** A state of the job, newer than any before. */
    show(view) {
        const first = !this.#view;
        if (this.#view && ended(this.#view) && !ended(view)) this.again();
        this.#view = view;
        if (!this.root.classList.contains('shaped') && view.faces) this.#shape(view.faces.frame.width / view.faces.frame.height);
        if (view.frame && !this.find('.original').getAttribute('src')) this.#original(view.frame);
        this.find('progress').value = UPLOAD_SHARE + (1 - UPLOAD_SHARE) * view.progress;
        this.#faces(view);
        view.pictures.forEach(picture => this.#picture(picture));
        this.tell(() => standing(view));
        this.#expires(view);
        tellNotices(this.find('.notices'), view.notices);
        if (ended(view)) this.#end(view, first);
    }

    #faces({ faces, mask }) {
        const boxes = this.find('.boxes');
        if (faces && boxes.childElementCount === 0) boxes.append(...faces.boxes.map(box => frame(box, faces.frame)));
        [...boxes.children].forEach((box, i) => box.classList.toggle('masked', i < (faces?.masked ?? 0)));
        const image = this.find('.mask');
        if (!mask || image.getAttribute('src')) return;
        image.onload = () => image.classList.add('shown');
        image.src = mask;
        image.hidden = false;
    }

    #picture({ index, status, url }) {
        const print = this.prints[index - 1];
        if (!print) return;
        const image = print.querySelector('img');
        if (status === 'failed') print.classList.add('failed');
        if (status === 'pending' && image.getAttribute('src')) this.#empty(print, image); // it is painted again
        if (status === 'succeeded' && !image.getAttribute('src')) {
            print.classList.remove('failed');
            image.src = url;
            image.hidden = false;
            print.disabled = false;
        }
        this.#captions();
    }

    #empty(print, image) {
        image.removeAttribute('src');
        image.hidden = true;
        print.disabled = true;
    }

    #captions() {
        this.prints.forEach((print, i) => {
            const failed = print.classList.contains('failed');
            const word = print.disabled ? (failed ? 'board.failed' : 'board.developing') : 'board.picture';
            print.querySelector('.caption').textContent = t(word, { n: i + 1 });
            const label = print.disabled && !failed ? 'board.pending' : 'board.choose';
            print.setAttribute('aria-label', failed ? `${i + 1}: ${t('board.failed')}` : t(label, { n: i + 1 }));
        });
    }

    #end(view, first) {
        this.root.classList.add('shaped'); // or else it never will be
        this.find('.boxes').classList.add('gone');
        this.find('.mask').classList.remove('shown');
        const trouble = this.find('.trouble');
        trouble.hidden = !view.error;
        this.root.classList.toggle('refused', Boolean(view.error) && !view.pictures.some(picture => picture.url));
        if (view.error) {
            const { title, text } = failure(view.error);
            trouble.querySelector('h2').textContent = title;
            trouble.querySelector('p').textContent = text;
        }
        const best = view.pictures.find(picture => picture.url);
        if (best && !this.chosen) this.choose(best.index, !first); // what lands late takes nothing out of a guest's hands
    }

    /** Lays a picture over the photo. */
    choose(index, unveil = false) {
        const picture = this.#view?.pictures.find(one => one.index === index && one.url);
        if (!picture) return;
        this.chosen = picture;
        this.prints.forEach((print, i) => print.setAttribute('aria-pressed', String(i + 1 === index)));
        this.compare.show(picture.url, index, unveil);
        this.root.dispatchEvent(new Event('chosen'));
    }

    /** Back to before the job ended, because it is tried again. */
    again() {
        this.find('.trouble').hidden = true;
        this.root.classList.remove('refused');
        this.find('.boxes').classList.remove('gone');
        this.compare.hide();
        this.chosen = undefined;
        for (const print of this.prints) {
            print.classList.remove('failed');
            print.setAttribute('aria-pressed', 'false');
        }
        this.#captions();
    }

    /** Says everything again, in another language. */
    translate() {
        this.#keepPlace();
        this.tell(this.#told);
        this.#captions();
        this.compare.translate();
        if (this.#view) this.#expires(this.#view);
        if (this.#view) tellNotices(this.find('.notices'), this.#view.notices);
        if (this.#view?.error) Object.assign(this.find('.trouble h2'), { textContent: failure(this.#view.error).title });
        if (this.#view?.error) Object.assign(this.find('.trouble p'), { textContent: failure(this.#view.error).text });
    }

    #expires({ expiresAt }) {
        const line = this.find('.expires');
        if (!line || !expiresAt) return;
        const date = new Date(expiresAt).toLocaleDateString(language(), { weekday: 'long', day: 'numeric', month: 'long' });
        line.textContent = t('board.expires', { date });
    }
}

/** As the booth crops a photo: 1024 by a multiple of 64. What it cuts off, `object-fit: cover` does not show. */
function frameRatio(width, height) {
    const short = Math.floor((1024 * Math.min(width, height)) / Math.max(width, height));
    const ratio = 1024 / Math.max(64, short - (short % 64));
    return width >= height ? ratio : 1 / ratio;
}

/** A box in pixels of the frame, drawn in its share of the stage. */
function frame([left, top, right, bottom], { width, height }) {
    const box = document.createElement('i');
    box.style.left = `${(left / width) * 100}%`;
    box.style.top = `${(top / height) * 100}%`;
    box.style.width = `${((right - left) / width) * 100}%`;
    box.style.height = `${((bottom - top) / height) * 100}%`;
    return box;
}
