// Taking pictures along: as files, by the device's own share sheet, or on paper.

const NAME = 'photo-booth';

async function file({ url, index }) {
    // what an <img> has put into the browser's cache came without CORS headers, so a script may not have it
    const answer = await fetch(url, { cache: 'no-store' });
    if (!answer.ok) throw new Error(`The picture was answered with ${answer.status}`);
    return new File([await answer.blob()], `${NAME}-${index}.jpg`, { type: 'image/jpeg' });
}

/** @param pictures of a job: {url, index} */
export async function save(pictures) {
    for (const picture of pictures) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(await file(picture));
        link.download = `${NAME}-${picture.index}.jpg`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }
}

/** @returns 'shared', 'copied' (the link, where nothing can be shared) or 'stopped' by the guest */
export async function share(pictures, title, link) {
    try {
        const files = navigator.canShare ? await Promise.all(pictures.map(file)) : [];
        if (navigator.canShare?.({ files })) await navigator.share({ files, title });
        else if (navigator.share) await navigator.share({ title, url: link });
        else {
            await navigator.clipboard.writeText(link);
            return 'copied';
        }
        return 'shared';
    } catch (error) {
        if (error.name === 'AbortError') return 'stopped';
        await navigator.clipboard.writeText(link);
        return 'copied';
    }
}

/** Lays the photo and its pictures on the sheet that only paper shows. */
export function sheet(element, view, code) {
    const images = [view.frame, ...view.pictures.map(picture => picture.url)].filter(Boolean).map(url => {
        const image = document.createElement('img');
        image.src = url;
        image.alt = '';
        return image;
    });
    const footer = document.createElement('footer');
    const words = document.createElement('span');
    words.textContent = new Date(view.createdAt).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' });
    footer.append(words);
    if (code) {
        const place = document.createElement('span');
        place.className = 'qr';
        place.append(code.cloneNode(true));
        footer.prepend(place);
    }
    element.replaceChildren(...images, footer);
}
