'use strict';

/** One project per stage of `test/stages.mts`; run one alone with `npx jest --selectProjects unit`. */
const project = (displayName) => ({
	displayName,
	rootDir: __dirname,
	// Not the whole tree: the demo's own n8n has a very large node_modules.
	roots: ['<rootDir>/test'],
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.cts`],
	testEnvironment: 'node',
	moduleFileExtensions: ['ts', 'cts', 'js', 'cjs', 'mjs', 'json', 'node'],
	// TypeScript writes imports as they will be compiled; jest reads the source.
	moduleNameMapper: {
		'^(\\.{1,2}/.+)\\.cjs$': ['$1.cts', '$1.cjs'],
		'^(\\.{1,2}/.+)\\.js$': ['$1.ts', '$1.js'],
	},
	setupFiles: ['<rootDir>/test/setup.cjs'],
	transform: { '^.+\\.[cm]?ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.dev.json' }] },
	errorOnDeprecated: true,
});

module.exports = {
	projects: [
		...['unit', 'contract', 'sandbox', 'nodes', 'endurance'].map(project),
		...['e2e', 'queue'].map((name) => ({
			...project(name),
			globalSetup: '<rootDir>/test/setup-e2e.cjs',
		})),
	],
	maxWorkers: 2,
	// Starting the sandbox takes a second, on a busy machine ten; nothing waits for so long by design.
	testTimeout: 60_000,
	// n8n-core keeps about 40 MB per test file; a worker that has grown is replaced.
	workerIdleMemoryLimit: '700MB',
};
