// Opens the pages without a network. Files come from the network as long as there is one, so nobody is ever left with an
// old page; pictures, jobs and keys are never kept here.

const CACHE = 'pages-1';
const PATIENCE_MS = 4_000;
const PAGES = [
    '/', '/config.json', '/guest.html', '/gallery.html', '/text/en.json', '/text/ko.json', '/app/icon.svg', '/app/monsters.svg',
    ...['base', 'board', 'booth', 'guest', 'gallery'].map(name => `/app/${name}.css`),
    ...['api', 'board', 'board-parts', 'booth', 'camera', 'compare', 'gallery', 'guest', 'key', 'network', 'notices', 'outbox', 'photo', 'qr', 'round', 'save',
        'send', 'slideshow', 'standing', 'stream', 'text', 'tray'].map(name => `/app/${name}.js`),
    '/app/qrcode.js', '/app/manifest.json',
];

addEventListener('install', event => {
    event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(PAGES)).then(() => skipWaiting()));
});

addEventListener('activate', event => {
    event.waitUntil(caches.keys()
        .then(names => Promise.all(names.filter(name => name !== CACHE).map(name => caches.delete(name))))
        .then(() => clients.claim()));
});

addEventListener('fetch', event => {
    const { origin, pathname } = new URL(event.request.url);
    const path = pathname === '/index.html' ? '/' : pathname;
    if (event.request.method === 'GET' && origin === location.origin && PAGES.includes(path))
        event.respondWith(fresh(event.request, path));
});

async function fresh(request, path) {
    const cache = await caches.open(CACHE);
    try {
        const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
        if (answer.ok) await cache.put(path, answer.clone());
        return answer;
    } catch (error) {
        const kept = await cache.match(path);
        if (kept) return kept;
        throw error;
    }
}
