import * as resources from '../../nodes/ExactOnline/resources/index.js';
import { matchOf, reads, type CallKind } from '../harness/callKinds.cjs';
import { bench, run, setUp, startMatrix } from './faultMatrixRun.cjs';
import { writeKinds } from './faultMatrixWriting.cjs';
import { knownIn, readings } from './readingCases.cjs';

startMatrix();

/** The address by which a call is told, in one spelling. */
const nameOf = (kind: Pick<CallKind, 'method' | 'endpoint'>) =>
	matchOf({ ...kind, name: '', scene: () => ({ parameters: {} }) }).path.toLowerCase();

describe('the fault matrix', () => {
	const known = new Set(reads.map(nameOf));

	test('has a row for every list and record that a reading operation asks for', async () => {
		const missing: string[] = [];
		for (const reading of Object.values(readings)) {
			await bench.reset();
			for (const parameters of reading(await knownIn(bench))) await bench.run(parameters);
			for (const { method, endpoint } of await bench.sandbox.log()) {
				if (method === 'GET' && !known.has(nameOf({ method, endpoint }))) missing.push(endpoint);
			}
		}
		expect([...new Set(missing)]).toEqual([]);
	});

	test('has a row for every entity that an operation writes', () => {
		const written = new Set(writeKinds.map(({ endpoint }) => endpoint));
		const declared = Object.values(resources).flatMap(({ operations }) =>
			operations.flatMap(({ writes = [] }) => writes.map(({ path }) => path)),
		);
		expect(declared.length).toBeGreaterThan(20);
		// Terms are matched by way of the XML API, and by no other.
		const byXml = ['cashflow/Receivables', 'cashflow/Payments'];
		expect(written.has('docs/XMLUpload.aspx')).toBe(true);
		expect(declared.filter((path) => !written.has(path) && !byXml.includes(path))).toEqual([]);
	});

	test('has a row for every operation that writes; suppliers are written as clients', async () => {
		const made = new Set<string>();
		for (const kind of writeKinds) {
			const { resource, operation } = (await setUp(kind)).parameters;
			made.add(`${String(resource)}.${String(operation)}`);
		}
		const twins: Record<string, string> = {
			'client.create': 'client.upsert',
			'supplier.create': 'client.upsert',
			'supplier.upsert': 'client.upsert',
			'supplier.update': 'client.update',
			'supplier.delete': 'client.delete',
			'journalEntry.create': 'miscellaneousOperation.create',
			'matching.matchMultiple': 'matching.match',
		};
		const writing = Object.values(resources).flatMap(({ value, operations }) =>
			operations
				.filter(({ writes = [] }) => writes.length > 0)
				.map((operation) => `${value}.${operation.value}`),
		);
		expect(writing.filter((name) => !made.has(twins[name] ?? name))).toEqual([]);
	});

	test('tells calls apart: each row hits what it names', async () => {
		for (const kind of reads) {
			const { log } = await run(await setUp(kind));
			const pattern = new RegExp(matchOf(kind).path, 'i');
			const hit = log.filter(({ url }) => pattern.test(url)).map(({ endpoint }) => endpoint);
			expect([...new Set(hit)].map((one) => one.toLowerCase())).toEqual([
				kind.endpoint.toLowerCase(),
			]);
		}
	});
});
