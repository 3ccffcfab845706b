import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTracked, root } from '../harness/repository.cjs';

interface Manifest {
	name: string;
	version: string;
	description: string;
	license: string;
	main: string;
	homepage: string;
	keywords: string[];
	engines: { node: string };
	author: { name: string; email: string };
	repository: { url: string };
	publishConfig: { provenance: boolean };
	scripts: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; strict: boolean; credentials: string[]; nodes: string[] };
	dependencies?: Record<string, string>;
	peerDependencies: Record<string, string>;
	devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readTracked('package.json')) as Manifest;

/** `nodes/X/Y.node.ts` as package.json names it after the build. */
const compiledName = (source: string): string => `dist/${source.replace(/\.ts$/, '.js')}`;

const filesIn = (folder: string, ending: string): string[] =>
	readdirSync(join(root, folder))
		.filter((file) => file.endsWith(ending))
		.map((file) => `${folder}/${file}`)
		.sort();

describe('package.json', () => {
	it('says what the verification of n8n asks for', () => {
		expect(manifest.name).toMatch(/^n8n-nodes-/);
		expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
		expect(manifest.description).not.toBe('');
		expect(manifest.license).toBe('MIT');
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.author.name).not.toBe('');
		expect(manifest.author.email).toMatch(/^[^@\s]+@[^@\s]+$/);
		expect(manifest.repository.url).toMatch(/^git\+https:\/\/github\.com\//);
		expect(manifest.homepage).toMatch(/^https:\/\//);
		expect(manifest.publishConfig.provenance).toBe(true);
		expect(manifest.n8n.n8nNodesApiVersion).toBe(1);
		expect(manifest.n8n.strict).toBe(true);
	});

	it('needs nothing at run time but the n8n that runs it', () => {
		expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('has only scripts that start something', () => {
		const programs = Object.values(manifest.scripts)
			.map((script) => /^tsx (\S+)/.exec(script)?.[1])
			.filter((file) => file !== undefined);
		expect(programs.length).toBeGreaterThan(0);
		expect(programs.filter((file) => !existsSync(join(root, file)))).toEqual([]);
	});

	it('has no script that runs while it is being installed', () => {
		const onInstall = ['prepare', 'preinstall', 'install', 'postinstall', 'prepublish'];
		expect(Object.keys(manifest.scripts).filter((name) => onInstall.includes(name))).toEqual([]);
	});

	it.each(['n8n-workflow', 'n8n-core', 'axios', 'jest', 'eslint-plugin-n8n-nodes-base', 'gulp'])(
		'develops with %s, at one exact version',
		(name) => {
			expect(manifest.devDependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
		},
	);

	it('says which Node the tests and the demo start on', () => {
		expect(manifest.engines.node).toBe('>=20.19');
	});

	it('registers every node and every credential, and nothing else', () => {
		const nodes = filesIn('nodes/ExactOnline', '.node.ts');
		const credentials = filesIn('credentials', '.credentials.ts');
		expect([...manifest.n8n.nodes].sort()).toEqual(nodes.map(compiledName));
		expect([...manifest.n8n.credentials].sort()).toEqual(credentials.map(compiledName));
	});

	it('gives every node its codex file', () => {
		const nodes = filesIn('nodes/ExactOnline', '.node.ts');
		const codex = filesIn('nodes/ExactOnline', '.node.json');
		expect(codex).toEqual(nodes.map((file) => file.replace(/\.ts$/, '.json')));
	});

	it('exports every registered class from its main file', () => {
		const exported = readTracked(manifest.main);
		for (const file of [...manifest.n8n.credentials, ...manifest.n8n.nodes]) {
			expect(exported).toContain(`require('./${file}')`);
		}
	});
});
