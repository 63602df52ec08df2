// The camera: opened when wanted, closed as soon as it is not, so that its light never glows for nothing.

import { jpeg } from './photo.js';

const COUNT_FROM = 3;

export class Camera {
    #video; #count; #flash; #stream; #counting = 0;

    constructor(video, count, flash) {
        this.#video = video;
        this.#count = count;
        this.#flash = flash;
    }

    /** @throws the name of the words for why not: camera.denied, camera.none or camera.busy */
    async open() {
        try {
            if (!navigator.mediaDevices) throw new DOMException('', 'NotFoundError');
            this.#stream = await navigator.mediaDevices.getUserMedia({
                video: { facingMode: 'user', width: { ideal: 1920 }, height: { ideal: 1440 } }, audio: false,
            });
        } catch (error) {
            throw new Error({ NotAllowedError: 'camera.denied', NotReadableError: 'camera.busy' }[error.name] ?? 'camera.none');
        }
        this.#video.srcObject = this.#stream;
        await this.#video.play();
    }

    close() {
        this.#counting++;
        this.#stream?.getTracks().forEach(track => track.stop());
        this.#stream = undefined;
        this.#video.srcObject = null;
        this.#count.textContent = '';
    }

    /**
     * Counts down and takes the photo, the right way round: only the preview is a mirror.
     *
     * @returns a JPEG, or undefined when the camera was closed meanwhile
     */
    async shoot() {
        const mine = ++this.#counting;
        for (let n = COUNT_FROM; n > 0; n--) {
            this.#count.textContent = String(n);
            this.#count.classList.remove('tick');
            void this.#count.offsetWidth; // so that the animation starts anew
            this.#count.classList.add('tick');
            await new Promise(done => setTimeout(done, 1_000));
            if (mine !== this.#counting) return undefined;
        }
        this.#count.textContent = '';
        this.#flash.classList.add('now');
        this.#flash.onanimationend = () => this.#flash.classList.remove('now');
        const canvas = document.createElement('canvas');
        canvas.width = this.#video.videoWidth;
        canvas.height = this.#video.videoHeight;
        canvas.getContext('2d').drawImage(this.#video, 0, 0);
        return jpeg(canvas);
    }
}
