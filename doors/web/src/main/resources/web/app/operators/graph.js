// Draws the state graph once, and colours it as often as there is news.

import { svg } from './dom.js';
import { statusSign, typeSign } from './icons.js';
import { END, START } from './layout.js';
import { t } from '../text.js';
import { wayKey } from './status.js';

const ROUND = 8;
/** Of a box. */
const HEAD = 42;

export class GraphView {
    #place;
    #choose;
    #nodes = new Map();
    #edges = [];

    /** @param {(state: string) => void} choose called with the name of the state that was clicked or entered */
    constructor(place, choose) {
        this.#place = place;
        this.#choose = choose;
    }

    /** @param laid of layoutMachine */
    draw(laid) {
        this.#nodes.clear();
        this.#edges = [];
        const paper = svg('svg', {
            viewBox: `0 0 ${Math.ceil(laid.width)} ${Math.ceil(laid.height)}`,
            width: Math.ceil(laid.width),
            height: Math.ceil(laid.height),
            role: 'group',
            'aria-label': t('graph.label'),
        });
        paper.append(arrows(), this.#scope(laid, 0, 0));
        paper.addEventListener('keydown', event => this.#walk(event));
        this.#place.replaceChildren(paper);
    }

    #scope(laid, x, y) {
        const edges = laid.edges.map(edge => this.#edge(edge));
        const nodes = laid.nodes.map(node => this.#node(node));
        return svg('g', { transform: `translate(${x} ${y})` }, edges, nodes);
    }

    #edge(edge) {
        const line = svg('path.way', { d: path(edge.points), class: `way ${edge.kind}`, 'marker-end': 'url(#arrow)' });
        this.#edges.push({ line, from: edge.from, to: edge.to });
        return svg('g', {}, line, edge.at && label(edge));
    }

    /** The handle is what is pressed and focused; of a box it is the head alone, as what lies inside has handles too. */
    #node(node) {
        if (node.dot) return dot(node);
        const { state, width, height } = node;
        const isBox = state.inner.length > 0;
        const group = svg('g', {
            class: `node ${isBox ? 'box' : 'leaf'} idle`,
            transform: `translate(${node.x} ${node.y})`,
            'data-state': state.name,
            onclick: event => this.#chosen(event, state.name),
        });
        const name = svg('text.name', { x: 36, y: 28 }, node.name);
        const sub = svg('text.sub', { x: 36, y: 35 });
        const sign = svg('g', { transform: 'translate(11 15)' });
        const mode = svg('g', { transform: `translate(${width - 22} 7) scale(.8)` }, typeSign(state.type));
        const touch = svg('rect.touch', { width, height: isBox ? HEAD : height, rx: ROUND });
        const handle = svg(
            'g.handle',
            { tabindex: 0, role: 'button', 'data-key': `state:${state.name}`, 'data-state': state.name },
            svg('title', {}, state.comment || state.name),
            ...[touch, sign, name, sub, mode],
        );
        const stack = svg('rect.stack', { x: 6, y: -5, width: width - 12, height: 20, rx: ROUND });
        if (state.type === 'Map') group.append(stack);
        group.append(svg('rect.body', { width, height, rx: ROUND }), handle);
        node.parts.forEach((part, index) => {
            if (index > 0) group.append(svg('path.fence', { d: `M${part.x - 9} 48V${height - 10}` }));
            group.append(this.#scope(part, part.x, part.y));
        });
        this.#nodes.set(state.name, { group, handle, name, sub, sign, shown: '' });
        return group;
    }

    #chosen(event, name) {
        event.stopPropagation(); // a state inside of a box is not the box
        this.#choose(name);
    }

    #walk(event) {
        const here = event.target.dataset?.state;
        if (here === undefined) return;
        if (event.key === 'Enter' || event.key === ' ') this.#choose(here);
        else {
            const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
            if (!step) return;
            const names = [...this.#nodes.keys()];
            this.#nodes.get(names[(names.indexOf(here) + step + names.length) % names.length]).handle.focus();
        }
        event.preventDefault();
    }

    /**
     * @param states of statesOf
     * @param {Set<string>} gone of waysGone
     * @param {string} chosen the state that is looked at
     * @param {(found: object) => string} tell the line below the name of a state that was entered
     */
    colour(states, gone, chosen, tell) {
        for (const [name, node] of this.#nodes) this.#colourNode(name, node, states.get(name), name === chosen, tell);
        for (const edge of this.#edges) edge.line.classList.toggle('gone', this.#isGone(edge, states, gone));
    }

    #isGone({ from, to }, states, gone) {
        if (from === START) return states.has(to);
        if (to === END) return this.#endedIn(from, states, gone);
        return gone.has(wayKey(from, to));
    }

    /** Nothing follows upon the last state. */
    #endedIn(from, states, gone) {
        const found = states.get(from);
        return (
            Boolean(found) &&
            ['succeeded', 'failed'].includes(found.status) &&
            ![...gone].some(way => way.startsWith(wayKey(from, '')))
        );
    }

    #colourNode(name, node, found, chosen, tell) {
        const status = found?.status ?? 'idle';
        const line = found ? tell(found) : '';
        node.group.classList.toggle('chosen', chosen);
        const shown = `${status}|${line}|${chosen}`;
        if (node.shown === shown) return;
        node.shown = shown;
        node.group.classList.remove('idle', 'running', 'succeeded', 'caught', 'failed', 'canceled');
        node.group.classList.add(status);
        node.sub.textContent = line;
        node.name.setAttribute('y', line ? 20 : 28);
        node.sign.replaceChildren(statusSign(status));
        node.handle.setAttribute('aria-label', `${name}: ${t(`status.${status}`)}${line ? `, ${line}` : ''}`);
        node.handle.setAttribute('aria-pressed', String(chosen));
    }
}

function arrows() {
    const head = {
        id: 'arrow',
        viewBox: '0 0 10 10',
        refX: 9,
        refY: 5,
        markerWidth: 7,
        markerHeight: 7,
        orient: 'auto',
    };
    return svg('defs', {}, svg('marker', head, svg('path', { d: 'M1 1l8 4-8 4z', fill: 'context-stroke' })));
}

function dot({ dot: kind, x, y, width }) {
    const middle = { cx: x + width / 2, cy: y + width / 2 };
    const inner = kind === END ? svg('circle.core', { ...middle, r: width / 4 }) : null;
    return svg(
        'g',
        { class: `dot ${kind === START ? 'start' : 'end'}` },
        svg('circle', { ...middle, r: width / 2 - 2 }),
        inner,
    );
}

function label(edge) {
    const { x, y, width } = edge.at;
    return svg(
        'g',
        { class: `label ${edge.kind}` },
        svg('rect', { x: x - width / 2, y: y - 9, width, height: 18, rx: 4 }),
        svg('text', { x, y: y + 4, 'text-anchor': 'middle' }, edge.words),
        svg('title', {}, edge.label),
    );
}

/** Through the points, around the corners. */
function path(points) {
    const [first, ...rest] = points;
    const last = rest.pop();
    let drawn = `M${first.x} ${first.y}`;
    rest.forEach((point, index) => {
        const next = rest[index + 1] ?? last;
        const half = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
        drawn += `Q${point.x} ${point.y} ${half.x} ${half.y}`;
    });
    return `${drawn}L${last.x} ${last.y}`;
}
