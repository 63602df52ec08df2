// Photos of this booth until their guests are done: kept in the browser's own database, so that neither a lost network
// nor a reload loses one.

const DATABASE = 'booth';
const STORE = 'photos';

let opened;

function database() {
    opened ??= new Promise((done, fail) => {
        const request = indexedDB.open(DATABASE, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
    return opened;
}

async function run(mode, work) {
    const transaction = (await database()).transaction(STORE, mode);
    return new Promise((done, fail) => {
        const request = work(transaction.objectStore(STORE));
        transaction.oncomplete = () => done(request.result);
        transaction.onerror = transaction.onabort = () => fail(transaction.error);
    });
}

export const outbox = {
    /** @param photo {id, at, look, blob, filename, width, height, job?, sent?}: `job` is the API's answer to opening it */
    put: photo => run('readwrite', store => store.put(photo)),
    remove: id => run('readwrite', store => store.delete(id)),
    /** The oldest first. */
    all: async () => (await run('readonly', store => store.getAll())).sort((a, b) => a.at - b.at),
};
