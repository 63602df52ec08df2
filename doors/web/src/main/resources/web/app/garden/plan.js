// From what is chosen in the studio to the rows of a batch: each mood is a row of lists for the garden's own templates, or,
// where there are templates of one's own, a row for each text they make.

const TOKENS = { '[ANIMAL]': 'animals', '[WEATHER]': 'weathers', '[SEASON]': 'seasons', '[TIME]': 'times' };
/** The garden takes no more of them at once. */
export const MOST_ROWS = 200;

/** Every combination of the words for the tokens in a template; each token is filled in where it first stands. */
export function texts(template, mood, lists) {
    let all = [template.replace('[EMOTION]', () => mood)];
    for (const [token, name] of Object.entries(TOKENS)) {
        if (!template.includes(token) || !lists[name]?.length) continue;
        all = all.flatMap(text => lists[name].map(word => text.replace(token, () => word)));
    }
    return all;
}

/**
 * @param chosen {emotions, animals, weathers, seasons, times, templates, others, repeats, area}; lists may be empty
 * @returns what the API takes
 */
export function plan({ emotions, templates, others, repeats, area, ...lists }) {
    const more = { ...(others ? { others } : {}), repeats };
    const filled = Object.fromEntries(Object.entries(lists).filter(([, words]) => words.length > 0));
    const rows = emotions.flatMap(emotion => templates.length === 0
        ? [{ emotion, ...filled, ...more }]
        : templates.flatMap(template => texts(template, emotion, lists)).map(emotionText => ({ emotion, emotionText, ...more })));
    return { area, rows };
}
