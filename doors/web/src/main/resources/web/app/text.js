// What the pages say, in the guest's language. Elements name their words: data-t for the text, data-t-label for what a
// screen reader says, data-t-placeholder for an empty field.

const LANGUAGES = ['en', 'ko'];
const PLACE = 'booth-language';
const FALLBACK = 'en';

let words = {};
let current = FALLBACK;

export const language = () => current;

/**
 * Loads the words in the language chosen before, or else the browser's, and puts them into the page. A page with words of
 * its own names their file: 'operators' means /text/operators.en.json.
 */
export async function loadText(...more) {
    const wished = [localStorage.getItem(PLACE), ...navigator.languages].filter(Boolean).map(tag => tag.slice(0, 2));
    await speak(wished.find(tag => LANGUAGES.includes(tag)) ?? FALLBACK, more);
    for (const button of document.querySelectorAll('[data-language]')) {
        button.onclick = async () => {
            localStorage.setItem(PLACE, button.dataset.language);
            await speak(button.dataset.language, more);
            dispatchEvent(new Event('languagechosen'));
        };
    }
}

async function speak(tag, more) {
    const files = ['', ...more.map(name => `${name}.`)].map(prefix => `/text/${prefix}${tag}.json`);
    words = Object.assign({}, ...(await Promise.all(files.map(file => fetch(file).then(answer => answer.json())))));
    current = tag;
    document.documentElement.lang = tag;
    translate(document);
    for (const button of document.querySelectorAll('[data-language]'))
        button.setAttribute('aria-pressed', String(button.dataset.language === tag));
}

/** The words for a name; {n} and the like are filled in. A name without words is shown as it is. */
export function t(name, values = {}) {
    return (words[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** Whether there are words of this name. */
export const has = name => name in words;

/** The words that one kind of something has of its own, such as a look, and otherwise those for all. */
export const wordsFor = (name, kind, values) => t(has(`${name}.${kind}`) ? `${name}.${kind}` : name, values);

/** Puts the words into an element and all below it. */
export function translate(root) {
    each(root, 'data-t', (element, text) => (element.textContent = text));
    each(root, 'data-t-label', (element, text) => element.setAttribute('aria-label', text));
    each(root, 'data-t-placeholder', (element, text) => element.setAttribute('placeholder', text));
}

function each(root, attribute, put) {
    for (const element of root.querySelectorAll(`[${attribute}]`)) put(element, t(element.getAttribute(attribute)));
}

/**
 * Friendly words for a failure: a Problem of the API's, or a job's `error`. A code without words of its own is told by
 * its own sentence.
 *
 * @returns {title, text}
 */
export function failure({ code, message }) {
    if (!has(`problem.${code}.title`)) return { title: t('problem.OTHER.title'), text: message || t('problem.OTHER.text') };
    return { title: t(`problem.${code}.title`), text: t(`problem.${code}.text`) };
}
