import { importWorkflow } from '../../demo/n8n-workflows.cjs';
import { readTracked } from '../harness/repository.cjs';
import { connected, type Connected } from './connected.cjs';
import { everyOperation, servedRows } from './everyOperation.cjs';
import { run } from './workflows.cjs';

jest.setTimeout(240_000);

let n8n: Connected;

beforeAll(async () => {
	n8n = await connected('rows');
});

afterAll(async () => await n8n.stop());

/** The rows that README shows as working. */
function shownAsWorking(): string[] {
	const rows = readTracked('README.md').matchAll(/^\| ([RO]\d\d) \|.*\| (works|planned) \|$/gm);
	return [...rows].flatMap(([, row = '', state]) => (state === 'works' ? [row] : []));
}

test('every row that README shows as working has run here, and all 50 have', async () => {
	const workflow = await importWorkflow(
		n8n.session,
		await everyOperation(n8n.sandbox, n8n.credential),
	);
	const { status, error, items } = await run(n8n, workflow);
	expect([status, error]).toEqual(['success', undefined]);
	const failures = [...servedRows.keys()].flatMap((name) => {
		const outputs = items[name] ?? [];
		const refused = outputs.find(({ json }) => json.error !== undefined);
		if (refused !== undefined) return [`${name}: ${String(refused.json.error)}`];
		return outputs.length > 0 ? [] : [`${name}: nothing came out`];
	});
	expect(failures).toEqual([]);
	const rows = [...servedRows.values()].flat().sort();
	expect(shownAsWorking().sort()).toEqual(rows);
	expect(rows).toHaveLength(50);
	expect(await n8n.sandbox.ledger(2104587)).toMatchObject({ balanced: true });
});
