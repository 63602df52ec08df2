// How a job stands, in words.

import { t, wordsFor } from './text.js';

const PICTURES = 3;

/** What is said while nothing goes wrong. */
const SAID = ['stage.waiting', 'stage.upload', 'stage.detect', 'stage.segment', 'stage.segment.one', 'stage.merge', 'stage.generate',
    'stage.generate.portrait', 'stage.generate.monster', 'stage.line', 'stage.succeeded', 'stage.partial', 'guest.wait', 'guest.title',
    'guest.title.portrait', 'guest.title.monster'];

/** The longest of all that may be said. */
export function longest() {
    return SAID.map(name => t(name, { percent: 100, found: 9, masked: 9, ready: PICTURES, of: PICTURES, n: 99 }))
        .reduce((one, other) => (other.length > one.length ? other : one));
}

/** @param view of the job */
export function standing({ status, stage, look, faces, pictures, queuePosition }) {
    const ready = pictures.filter(picture => picture.status === 'succeeded').length;
    const of = pictures.length || PICTURES;
    if (stage === 'done') return t(`stage.${status}`, { ready, of });
    if (stage === 'generate' && look && look !== 'worlds') return wordsFor('stage.generate', look, { ready, of });
    if (queuePosition > 1) return t('stage.line', { n: queuePosition });
    if (stage === 'segment')
        return t(faces.found === 1 ? 'stage.segment.one' : 'stage.segment', { found: faces.found, masked: faces.masked });
    if (stage === 'generate' || stage === 'merge') return t(`stage.${ready || !faces ? 'generate' : stage === 'merge' ? 'merge' : 'generate'}`, { ready, of });
    return t(stage === 'upload' ? 'stage.waiting' : 'stage.detect');
}
