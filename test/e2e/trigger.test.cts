import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { logInAsOwner } from '../../demo/n8n-session.cjs';
import { nodeTypes, runWorkflow, type Execution } from '../../demo/n8n-workflows.cjs';
import { startN8n } from '../../demo/n8n.cjs';
import { activate, executionsOf, startedTimes } from './activeWorkflow.cjs';
import { connected, type Connected } from './connected.cjs';
import { owner } from './installation.cjs';
import { load } from './workflows.cjs';

// n8n polls once a minute, and not more often.
jest.setTimeout(600_000);

const MINUTE = 60_000;

let before: Connected;
let { n8n, session } = {} as Pick<Connected, 'n8n' | 'session'>;

beforeAll(async () => {
	before = await connected('trigger');
	({ n8n, session } = before);
});

afterAll(async () => {
	await n8n.stop();
	await before.stop();
});

/** The example, with a poll in every minute. */
const everyMinute = {
	pollTimes: { item: [{ mode: 'everyMinute' }] },
	event: 'newInvoice',
	divisions: [2104587],
	kinds: ['supplierInvoice'],
};

/** The invoices that each start of a workflow was for. */
const invoicesOf = (executions: readonly Execution[]): unknown[][] =>
	executions.map(({ items }) => (items['New Invoice'] ?? []).map(({ json }) => json.id));

test('an active workflow picks up what another one books, once, before and after a restart', async () => {
	expect(await nodeTypes(session)).toContain('n8n-nodes-exactonline.exactOnlineTrigger');
	const example = join(__dirname, '../../examples/new-invoice-to-message.json');
	const watching = await load(before, before.credential, example, { 'New Invoice': everyMinute });
	const booking = await load(before, before.credential, join(__dirname, 'bookOne.json'));
	await activate(session, watching);
	const book = async (): Promise<unknown> => {
		const { status, error, items } = await runWorkflow(session, booking);
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
		return items.Book?.[0]?.json.id;
	};
	const first = await book();
	const begun = await startedTimes(session, watching, 1);
	expect(invoicesOf(begun)).toEqual([[first]]);
	const [message] = begun[0]?.items['Message'] ?? [];
	expect(message?.json.text).toMatch(/^Invoice \d+ of .+: EUR 121$/);

	await n8n.stop();
	n8n = await startN8n({ userFolder: before.folder });
	session = await logInAsOwner(n8n.url, owner);
	const second = await book();
	await startedTimes(session, watching, 2);
	// One more poll, which must bring nothing.
	await sleep(1.2 * MINUTE);
	const all = await executionsOf(session, watching);
	expect(all.map(({ status }) => status)).toEqual(['success', 'success']);
	expect(invoicesOf(all)).toEqual([[first], [second]]);
});
