// A photo before it leaves: what the booth takes goes as it is, anything else the browser can open becomes a JPEG.

import { Problem } from './api.js';

const MAX_BYTES = 15 * 1024 * 1024;
const LONGEST_SIDE = 4096;
const TAKEN = { 'image/jpeg': 'jpg', 'image/png': 'png' };

/**
 * @param file a File or Blob
 * @returns {blob, filename, width, height}
 * @throws Problem UNSUPPORTED_TYPE, EMPTY_PHOTO or PHOTO_TOO_LARGE
 */
export async function prepared(file) {
    if (file.size === 0) throw new Problem('EMPTY_PHOTO');
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
    if (!image) throw new Problem(file.type.startsWith('image/') && file.type in TAKEN ? 'UNREADABLE_PHOTO' : 'UNSUPPORTED_TYPE');
    const { width, height } = image;
    const fits = file.size <= MAX_BYTES && width * height <= 50_000_000;
    const blob = fits && file.type in TAKEN ? file : await smaller(image);
    image.close();
    if (blob.size > MAX_BYTES) throw new Problem('PHOTO_TOO_LARGE');
    return { blob: new Blob([blob], { type: blob.type }), filename: named(file.name, TAKEN[blob.type]), width, height };
}

function smaller(image) {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return jpeg(canvas);
}

export function jpeg(canvas) {
    return new Promise((done, fail) =>
        canvas.toBlob(blob => (blob ? done(blob) : fail(new Problem('UNREADABLE_PHOTO'))), 'image/jpeg', 0.92));
}

/** The file's name without what the booth refuses in one: 60 UTF-16 units are at most 180 of the 200 bytes it takes. */
function named(name = '', ending) {
    const stem = name.replace(/\.[^.]*$/, '').slice(0, 60).replace(/[^\p{L}\p{N} _-]+/gu, '-').replace(/^[-_ ]+/, '');
    return `${stem || 'guest'}.${ending}`;
}
