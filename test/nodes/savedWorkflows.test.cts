import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type INode, type IPinData, type IWorkflowBase } from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import { connectedCredential } from '../harness/credential.cjs';
import { NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { panel, type Parameter, type Parameters } from '../harness/panel.cjs';
import { readTracked, root } from '../harness/repository.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { MONDAY } from '../harness/world.cjs';

/**
 * What users saved with a release, one folder each: the parameters that it had, and workflows that use them all. Nothing
 * in a folder is ever changed once the release is out; see CONTRIBUTING.md, "Releasing".
 */
const folder = 'test/saved';

const read = (...path: string[]): string => readTracked(join(folder, ...path));

const releases = readdirSync(join(root, folder)).map((release) => ({
	release,
	parameters: JSON.parse(read(release, 'parameters.json')) as Record<string, Parameters>,
	files: readdirSync(join(root, folder, release)).filter((name) => /^\w+\.\w+\.json$/.test(name)),
}));

type Saved = Pick<IWorkflowBase, 'nodes' | 'pinData'>;

/** The nodes of a workflow that are ours, with what each of them returned when it was saved. */
function savedNodes(release: string, file: string): Array<{ node: INode; returned: Row[] }> {
	const { nodes, pinData = {} } = JSON.parse(read(release, file)) as Saved;
	return nodes
		.filter(({ type }) => type === 'n8n-nodes-exactonline.exactOnline')
		.map((node) => ({ node, returned: returnedBy(node, pinData) }));
}

const returnedBy = ({ name }: INode, pinData: IPinData): Row[] =>
	(pinData[name] ?? []).map(({ json }) => json);

/** The books that a release was saved with; the demo's own may change. */
function booksOf(release: string): Map<string, Row[]> {
	const books = new Map<string, Row[]>();
	for (const line of read(release, 'books.jsonl').trim().split('\n')) {
		const [entity, row] = JSON.parse(line) as [string, Row];
		books.set(entity, [...(books.get(entity) ?? []), row]);
	}
	return books;
}

/** The paths of all values in saved parameters: `lines.row.amount`, whichever row. */
function pathsIn(value: unknown, above = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, above));
	if (typeof value !== 'object' || value === null || '__rl' in value) return [above];
	const inner = Object.entries(value).flatMap(([name, one]) =>
		pathsIn(one, above === '' ? name : `${above}.${name}`),
	);
	return [above, ...inner];
}

const now = panel();
const { description } = new ExactOnline();

describe.each(releases)('saved with $release', ({ release, parameters, files }) => {
	it.each(Object.entries(parameters))(
		'%s has its parameters, values and defaults',
		(name, saved) => {
			const present = now[name] ?? {};
			for (const [path, { values = [], ...parameter }] of Object.entries(saved)) {
				const { values: offered = [], ...stands }: Partial<Parameter> = present[path] ?? {};
				expect({ path, ...stands }).toEqual({ path, ...parameter });
				expect({ path, offered }).toEqual({ path, offered: expect.arrayContaining(values) });
			}
		},
	);

	const nodes = files.flatMap((file) =>
		savedNodes(release, file).map(({ node }) => ({ file, name: node.name, node })),
	);

	it.each(nodes)('$file: $name is loaded by n8n with all that it holds', ({ node }) => {
		const { properties } = description;
		const given = node.parameters;
		const loaded = NodeHelpers.getNodeParameters(properties, given, true, false, node, description);
		expect(loaded).toMatchObject(given);
		expect(NodeHelpers.getNodeParametersIssues(properties, node, description)).toBeNull();
	});

	it('has a workflow for each operation, which uses all of its parameters', () => {
		for (const [name, saved] of Object.entries(parameters)) {
			const used = savedNodes(release, `${name}.json`).flatMap(({ node }) =>
				pathsIn(node.parameters),
			);
			expect([name, Object.keys(saved).filter((path) => !used.includes(path))]).toEqual([name, []]);
		}
	});
});

describe.each(releases)('saved with $release', ({ release, files }) => {
	let bench: Bench;
	const books = booksOf(release);
	beforeAll(async () => {
		bench = await Bench.start();
	});
	afterAll(async () => await bench.stop());

	beforeEach(async () => {
		await bench.reset();
		await bench.sandbox.reset({ profile: 'strict', data: 'empty' });
		await bench.world.set(MONDAY);
		bench.credential = await connectedCredential(bench.sandbox, MONDAY);
		for (const [entity, rows] of books) await bench.sandbox.insert(NL, entity, rows);
	});

	const scan = {
		data: Buffer.from('%PDF-1.4 saved').toString('base64'),
		fileName: 'scan.pdf',
		mimeType: 'application/pdf',
	};

	it.each(files)('%s returns what it returned then', async (file) => {
		for (const { node, returned } of savedNodes(release, file)) {
			const options = { continueOnFail: true, files: [{ scan }] };
			const { json } = await bench.run(node.parameters, options);
			expect({ node: node.name, json }).toMatchObject({ node: node.name, json: returned });
		}
	});
});

describe('this version', () => {
	const { version } = JSON.parse(readTracked('package.json')) as { version: string };
	const saved = releases.find(({ release }) => release === version)?.parameters ?? {};

	it('has saved all of its parameters when it is published', () => {
		const isPublished = !readTracked('CHANGELOG.md').includes(`${version}, not published yet`);
		const missing = Object.entries(now).flatMap(([name, parameters]) =>
			Object.keys(parameters)
				.filter((path) => saved[name]?.[path] === undefined)
				.map((path) => `${name} ${path}`),
		);
		// Ready to be copied.
		mkdirSync(join(root, '.artefacts'), { recursive: true });
		writeFileSync(join(root, '.artefacts/parameters.json'), JSON.stringify(now, null, '\t'));
		expect(isPublished ? missing : []).toEqual([]);
	});
});
