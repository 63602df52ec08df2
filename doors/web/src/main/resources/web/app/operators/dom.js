// Elements in few words.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} name of the element, with classes: "button.primary"
 * @param {object} [attributes] on… are listeners; null and false are left out
 * @param {...(Node|string|null|false)} children
 */
export function el(name, attributes = {}, ...children) {
    return filled(document.createElement(name.split('.')[0]), name, attributes, children);
}

export function svg(name, attributes = {}, ...children) {
    return filled(document.createElementNS(SVG, name.split('.')[0]), name, attributes, children);
}

function filled(element, name, attributes, children) {
    const classes = name.split('.').slice(1);
    if (classes.length > 0) element.classList.add(...classes);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
        else if (key === 'class') element.classList.add(...value.split(' ').filter(Boolean));
        else element.setAttribute(key, value === true ? '' : value);
    }
    element.append(
        ...children.flat().filter(child => child !== null && child !== undefined && child !== '' && child !== false),
    );
    return element;
}

/**
 * Replaces what is in a place, and only if it has changed: whoever reads, selects or tabs through a page that is updated
 * every second is not disturbed. The focus stays on the element with the same data-key, and what was opened or
 * closed stays so.
 *
 * @param {unknown} state what the content depends on
 */
export function show(place, state, content) {
    const seen = JSON.stringify(state);
    if (place.shown === seen) return;
    place.shown = seen;
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const open = new Map([...place.querySelectorAll('details[data-key]')].map(one => [one.dataset.key, one.open]));
    const scrolled = place.scrollTop;
    place.replaceChildren(...[content()].flat().filter(Boolean));
    for (const one of place.querySelectorAll('details[data-key]')) one.open = open.get(one.dataset.key) ?? one.open;
    if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    place.scrollTop = scrolled;
}
