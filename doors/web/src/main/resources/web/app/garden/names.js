// What the garden has names for: moods, favourites, animals.

import { t } from '../text.js';

/** In the order the garden has them. */
export const MOODS = ['happy', 'surprised', 'calm', 'angry', 'fear', 'confused', 'disgusted', 'sad'];
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
export const WEATHERS = ['sunny', 'cloudy', 'rainy', 'snowy'];
export const TIMES = ['day', 'sunset', 'the-middle-of-the-night', 'the-early-dawn'];
export const ANIMALS = ['dog', 'cat', 'no animal'];

export const moodName = mood => t(`mood.${mood}`);
const slug = word => word.replaceAll(' ', '-');

/** The words for one of the lists above. */
export const wordFor = (kind, word) => t(`${kind}.${slug(word)}`);

/** Three words with commas, as the garden's folders have them, in the reader's language. */
export const favoriteName = favorite => {
    const [season, weather, time] = favorite.split(',');
    return [wordFor('season', season), wordFor('weather', weather ?? ''), wordFor('time', time ?? '')].join(', ');
};

/** Fills a select, or keeps what is chosen in it; names are asked for anew, as the language may be another. */
export function options(select, values) {
    const chosen = select.value;
    select.replaceChildren(...values.map(([value, text]) => new Option(text, value)));
    if (values.some(([value]) => value === chosen)) select.value = chosen;
}

/** Presses one of the buttons of a group; each says by data-<name> what it stands for. */
export function choice(name, onchange) {
    const buttons = [...document.querySelectorAll(`[data-${name}]`)];
    const press = value => buttons.forEach(one => one.setAttribute('aria-pressed', String(one.dataset[name] === value)));
    for (const button of buttons)
        button.onclick = () => {
            press(button.dataset[name]);
            onchange(button.dataset[name]);
        };
    return { press, value: () => buttons.find(one => one.getAttribute('aria-pressed') === 'true').dataset[name] };
}
