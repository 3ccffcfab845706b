import { homedir } from 'node:os';
import { basename, dirname, sep } from 'node:path';
import ts from 'typescript';
import { npm, readTracked, root, trackedFiles } from '../harness/repository.cjs';

const sourceBudget = 150;
/** A test file is a list of cases that are read one by one. */
const testBudget = 350;

const lineBudget = (file: string): number =>
	file.endsWith('.test.cts') ? testBudget : sourceBudget;

/** Tables: one row per fact; their length says how much is known, not how much is tangled. */
const tables = [
	'nodes/ExactOnline/exact/errors/explanations.ts',
	'nodes/ExactOnline/kit/derive/coverageRows.ts',
	'sandbox/demo-data/belgianCast.mts',
	'sandbox/demo-data/dutchCast.mts',
	'sandbox/entities/accounts.mts',
	'sandbox/entities/divisions.mts',
	'test/harness/callKinds.cts',
	'test/harness/faultKinds.cts',
	'test/nodes/faultMatrixWriting.cts',
	'test/unit/explanations.test.cts',
];

/** Names that say nothing of what is inside. */
const emptyNames = ['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'service', 'data'];

// Written in two halves: this file is among those that are searched.
const suppressions = [
	['eslint', '-disable'],
	['@ts', '-ignore'],
	['@ts', '-expect-error'],
	['@ts', '-nocheck'],
	['prettier', '-ignore'],
	['istanbul', ' ignore'],
	['TO', 'DO'],
	['FIX', 'ME'],
].map((halves) => halves.join(''));

const switchedOff = /\b(?:(?:it|test|describe)\.(?:skip|only|todo|failing)\b|x(?:it|describe)\()/;

const files = trackedFiles();
const code = files.filter((file) => /\.[cm]?[jt]s$/.test(file));
const typescript = files.filter((file) => /\.[cm]?ts$/.test(file));
const texts = files.filter((file) =>
	/\.(?:[cm]?[jt]s|json|md|ya?ml|sh|svg)$|(?:^|\/)\.?[a-z]+$/.test(file),
);

/** `file:line` of each line of these files that the question is true for. */
const linesWhere = (among: string[], question: (line: string) => boolean): string[] =>
	among.flatMap((file) =>
		readTracked(file)
			.split('\n')
			.flatMap((line, index) => (question(line) ? [`${file}:${index + 1}`] : [])),
	);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Lines with code on them: room for comments and for air is not what makes a file long. */
const codeLines = (file: string): number =>
	readTracked(file)
		.split('\n')
		.filter((line) => !/^\s*(?:$|\/\/|\/?\*)/.test(line)).length;

function usesOfAny(file: string): string[] {
	const source = ts.createSourceFile(file, readTracked(file), ts.ScriptTarget.Latest);
	const places: string[] = [];
	const visit = (node: ts.Node): void => {
		if (node.kind === ts.SyntaxKind.AnyKeyword) {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
			places.push(`${file}:${line + 1}`);
		}
		node.forEachChild(visit);
	};
	visit(source);
	return places;
}

describe('source files', () => {
	it('are short, tables excepted', () => {
		const tooLong = code.filter((file) => codeLines(file) > lineBudget(file));
		// Both ways: a table that has become short again leaves the list.
		expect(tooLong.sort()).toEqual([...tables].sort());
	});

	it('have names that say what is inside', () => {
		const words = (file: string): string[] => basename(file).split(/[.\-_]|(?=[A-Z])/);
		const empty = code.filter((file) =>
			words(file).some((word) => emptyNames.includes(word.toLowerCase())),
		);
		expect(empty).toEqual([]);
	});

	it('do not use any', () => {
		expect(typescript.flatMap(usesOfAny)).toEqual([]);
	});

	it('silence no check and leave nothing for later', () => {
		const silenced = linesWhere(code, (line) => suppressions.some((word) => line.includes(word)));
		expect(silenced).toEqual([]);
	});

	it('switch no test off', () => {
		expect(linesWhere(code, (line) => switchedOff.test(line))).toEqual([]);
	});

	it('are .ts only where n8n lints for it: development code is .cts and .mts', () => {
		const outside = files.filter(
			(file) => file.endsWith('.ts') && !/^(?:nodes|credentials)\//.test(file),
		);
		expect(outside).toEqual([]);
	});
});

describe('tracked files', () => {
	it('name no package registry: which one is the business of the machine', () => {
		const registry = new URL(npm('config', 'get', 'registry').trim()).host;
		expect(linesWhere(texts, (line) => line.includes(registry))).toEqual([]);
	});

	it('lock packages by version and checksum, wherever they are fetched from', () => {
		const locks = files.filter((file) => basename(file) === 'package-lock.json');
		expect(locks).toContain('package-lock.json');
		expect(linesWhere(locks, (line) => line.includes('"resolved": "http'))).toEqual([]);
	});

	it('name no folder of the machine that they were written on', () => {
		const folders = [root, dirname(root), homedir()].filter((folder) => folder !== sep);
		const inside = folders.map((folder) => `${folder}${sep}`);
		// Only where a path begins: such a name may also be the end of a longer one.
		const beginning = inside.map((folder) => new RegExp(`(?<![\\w./-])${escaped(folder)}`));
		const found = linesWhere(texts, (line) => beginning.some((path) => path.test(line)));
		expect(found).toEqual([]);
	});

	it('hold no secret files and no archives', () => {
		const forbidden = /(?:^|\/)\.env|\.(?:pem|key|p12|pfx|tgz|zip|bak|orig|log)$/;
		expect(files.filter((file) => forbidden.test(file))).toEqual([]);
	});
});
