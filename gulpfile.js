'use strict';

const { spawn } = require('node:child_process');
const { mkdir, readdir, readFile, rm, writeFile } = require('node:fs/promises');
const { basename, dirname, join, relative } = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { n8n, peerDependencies } = require('./package.json');

/** Compiled file by file, for what is derived from the declarations. */
const compiled = join(__dirname, '.artefacts', 'compiled');

const clean = async () => {
	for (const folder of ['dist', join('.artefacts', 'compiled')]) {
		await rm(join(__dirname, folder), { recursive: true, force: true });
	}
};

const compile = () =>
	spawn(
		process.execPath,
		[
			...[require.resolve('typescript/bin/tsc'), '--project', 'tsconfig.json'],
			...['--outDir', compiled],
		],
		{ cwd: __dirname, stdio: 'inherit' },
	);

/** What n8n looks for, as package.json names it: `dist/nodes/ExactOnline/ExactOnline.node.js`. */
const entries = [...n8n.credentials, ...n8n.nodes];

/**
 * All code in one file: n8n loads it in a third of the time that five hundred take. Names and lines stay as they are,
 * so that what is installed can be read, and an error says where it came from.
 */
const bundle = () =>
	esbuild.build({
		stdin: {
			contents: entries
				.map((file) => `export * from '${file.replace(/^dist/, '.').replace(/\.js$/, '')}';`)
				.join('\n'),
			resolveDir: __dirname,
		},
		outfile: join(__dirname, 'dist', 'exactonline.js'),
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		charset: 'utf8',
		external: Object.keys(peerDependencies),
	});

/** The files that n8n looks for: each hands on its class. */
async function handOn() {
	for (const file of entries) {
		const target = join(__dirname, file);
		const bundled = relative(dirname(target), join(__dirname, 'dist', 'exactonline.js'));
		const [name] = basename(file).split('.');
		await mkdir(dirname(target), { recursive: true });
		await writeFile(
			target,
			`'use strict';\nexports.${name} = require('${bundled.replaceAll('\\', '/')}').${name};\n`,
		);
	}
}

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

/** The codex files tell n8n's node panel where to list a node and which words find it. */
const codex = () => src('nodes/**/*.node.json', { encoding: false }).pipe(dest('dist/nodes'));

/** Calls a function of the package that has just been compiled: it knows its own declarations. */
const derive = (file, name) =>
	require(join(compiled, 'nodes', 'ExactOnline', 'kit', 'derive', file))[name]();

/** What each operation returns, in the place where n8n's editor looks for it. */
async function schemas() {
	for (const [operation, schema] of Object.entries(derive('schemas', 'outputSchemas'))) {
		const file = join(__dirname, 'dist/nodes/ExactOnline/__schema__/v1.0.0', `${operation}.json`);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, `${JSON.stringify({ ...schema, version: 1 })}\n`);
	}
}

/** Replaces what stands between the markers of each table; every marker and table must be known. */
function placeTables(file, text, tables, placed) {
	const marker = /<!-- table:([\w-]+) -->\n[^]*?<!-- \/table:\1 -->/g;
	const next = text.replace(marker, (_, name) => {
		if (!(name in tables)) throw new Error(`${file}: there is no table called "${name}"`);
		placed.add(name);
		return `<!-- table:${name} -->\n\n${tables[name].trim()}\n\n<!-- /table:${name} -->`;
	});
	const opened = text.match(/<!-- \/?table:/g)?.length ?? 0;
	const closed = text.match(marker)?.length ?? 0;
	if (opened !== closed * 2) throw new Error(`${file} has a table marker without its other half`);
	return next;
}

/** Where tables may stand: the front page and those of docs/. */
async function pages() {
	const docs = (await readdir(join(__dirname, 'docs'))).filter((name) => name.endsWith('.md'));
	return ['README.md', ...docs.map((name) => join('docs', name))];
}

/** Pages whose tables are not what the declarations say now: `[path, text as it should be]`. */
async function stalePages() {
	const tables = derive('tables', 'docTables');
	const placed = new Set();
	const stale = [];
	for (const file of await pages()) {
		const text = await readFile(join(__dirname, file), 'utf8');
		const next = placeTables(file, text, tables, placed);
		if (next !== text) stale.push([file, next]);
	}
	const homeless = Object.keys(tables).filter((name) => !placed.has(name));
	if (homeless.length > 0) throw new Error(`No page has a place for: ${homeless.join(', ')}`);
	return stale;
}

async function tables() {
	for (const [file, text] of await stalePages()) await writeFile(join(__dirname, file), text);
}

async function fresh() {
	const stale = (await stalePages()).map(([file]) => file);
	if (stale.length > 0) {
		throw new Error(`Tables are stale in ${stale.join(', ')}: run "npm run build" and commit them`);
	}
}

const assemble = series(clean, compile, parallel(bundle, handOn, icons, codex, schemas));

exports.build = series(assemble, tables);
exports.check = series(assemble, fresh);
exports.default = exports.build;
