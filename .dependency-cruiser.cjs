'use strict';

/** Rooms below nodes/ExactOnline, and what each of them may import besides itself. */
const rooms = {
	exact: [],
	records: ['exact'],
	ledger: [],
	kit: ['exact', 'records', 'ledger'],
	resources: ['exact', 'records', 'ledger', 'kit'],
	trigger: ['exact', 'records', 'ledger', 'kit'],
};

const room = (name) => `^nodes/ExactOnline/${name}/`;

const derive = room('kit/derive');

/** kit/derive runs in the build only, over all declarations: it stands above the resources. */
const roomRules = Object.entries(rooms).map(([name, allowed]) => ({
	name: `${name}-imports-only-${allowed.join('-') || 'itself'}`,
	comment: 'Imports point one way: CONTRIBUTING.md, "Rooms".',
	severity: 'error',
	from: { path: room(name), pathNot: derive },
	to: { path: '^(nodes|credentials)/', pathNot: [name, ...allowed].map(room) },
}));

/** Code that no entry point leads to is dead, even when it is imported by other dead code. */
const deadRule = (name, path, entries) => ({
	name: `no-dead-code-in-${name}`,
	severity: 'error',
	from: { path: entries },
	to: { path, pathNot: entries, reachable: false },
});

const outside = { dependencyTypesNot: ['local', 'localmodule'] };

module.exports = {
	forbidden: [
		...roomRules,
		{
			name: 'ledger-imports-no-package',
			comment: 'Accounting rules are pure functions: not even the types of n8n.',
			severity: 'error',
			from: { path: room('ledger') },
			to: outside,
		},
		{
			name: 'package-imports-only-n8n-workflow',
			comment: 'A verified package has no dependencies; n8n provides this one.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { ...outside, pathNot: '^node_modules/n8n-workflow/' },
		},
		{
			name: 'package-imports-nothing-of-development',
			comment: 'What is published must run without the rest of the repository.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { path: '^(sandbox|demo|test|examples|docs)/' },
		},
		{
			name: 'sandbox-shares-no-code',
			comment: 'Node and sandbox must not be able to agree by sharing a mistake.',
			severity: 'error',
			from: { path: '^sandbox/' },
			to: { path: '^(nodes|credentials|demo|test)/' },
		},
		{
			name: 'sandbox-is-spoken-to-over-http',
			comment: 'Tests and demo start the sandbox as a program; only its own tests look inside.',
			severity: 'error',
			from: { path: '^(demo|test)/', pathNot: '^test/sandbox/' },
			to: { path: '^sandbox/' },
		},
		{
			name: 'derive-is-for-the-build',
			comment: 'kit/derive is left out of the tarball (package.json, "files").',
			severity: 'error',
			from: { path: '^(nodes|credentials)/', pathNot: derive },
			to: { path: derive },
		},
		{
			name: 'no-cycles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'no-unresolved',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
		deadRule('the-package', '^(nodes|credentials)/', `\\.(node|credentials)\\.ts$|${derive}`),
		deadRule('the-sandbox', '^sandbox/', '^sandbox/main\\.mts$'),
		deadRule('development', '^(demo|test)/', [
			'\\.test\\.cts$',
			'^demo/main\\.cts$',
			'^test/bench/main\\.cts$',
			'^test/(scan|stages)\\.mts$',
			'^test/setup(-e2e)?\\.cjs$',
			'^test/e2e/setup\\.cts$',
		]),
	],
	options: {
		// Types count: an import that only brings types still ties two rooms together.
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.dev.json' },
		doNotFollow: { path: 'node_modules' },
		exclude: { path: ['^dist/', '^\\.artefacts/', '^demo/n8n/'] },
		enhancedResolveOptions: {
			extensions: ['.ts', '.mts', '.cts', '.js', '.cjs', '.mjs', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['require', 'node', 'default', 'types', 'import'],
		},
	},
};
