import type { INode, INodeParameters } from 'n8n-workflow';
import { request } from '../../demo/n8n-session.cjs';
import { importWorkflow, type SavedWorkflow } from '../../demo/n8n-workflows.cjs';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { openBrowser } from './browser.cjs';
import { callsOf, connected, writesOf, type Connected } from './connected.cjs';
import { openEditor, type Editor } from './editor.cjs';
import { owner } from './installation.cjs';
import { everyPanel, lookAt, ourNode, requiredIn } from './walk.cjs';
import { agentWith, runTool } from './walkAgent.cjs';
import { docsPicture } from './walkPicture.cjs';

jest.setTimeout(240_000);

let n8n: Connected;
let editor: Editor;
const closing: Array<() => Promise<void>> = [];

beforeAll(async () => {
	const browser = await openBrowser();
	closing.push(() => browser.close());
	n8n = await connected('walk');
	closing.push(n8n.stop);
	editor = await openEditor(browser, n8n.n8n.url, owner);
});

afterAll(async () => {
	for (const close of closing.reverse()) await close();
});

/** Imports a workflow, and opens it in the editor. */
async function opened(workflow: Parameters<typeof importWorkflow>[1]): Promise<SavedWorkflow> {
	const saved = await importWorkflow(n8n.session, workflow);
	await editor.page.goto(`${editor.url}/workflow/${saved.id}`);
	await editor.page.locator('[data-test-id="canvas-node"]').first().waitFor();
	return saved;
}

/** Opens a node alone in a workflow, presses its button, and returns what its output says then. */
async function tried(node: INode, expected: RegExp): Promise<string> {
	const { page, url } = editor;
	const saved = await importWorkflow(n8n.session, {
		name: node.name,
		nodes: [node],
		connections: {},
	});
	await page.goto(`${url}/workflow/${saved.id}/${node.id}`);
	await page.locator('[data-test-id^="parameter-input-"]').first().waitFor();
	await page
		.locator('button', { hasText: /Execute step|Fetch Test Event/ })
		.first()
		.click();
	const output = page.locator('[data-test-id="output-panel"]');
	await output.getByText(expected).first().waitFor();
	return await output.innerText();
}

const step = (name: string, parameters: INodeParameters): INode =>
	ourNode(n8n.credential, { name, parameters, position: [0, 0] });

test('a new user finds only required fields marked, in every resource', async () => {
	const panels = everyPanel(n8n.credential);
	const workflow = await opened(panels);
	expect(panels.nodes.length).toBeGreaterThan(20);
	const wrong: unknown[] = [];
	for (const node of panels.nodes) {
		const required = requiredIn(node).sort();
		const { marked, faultyJson } = await lookAt(editor, workflow, node, required.length);
		const seen = [marked.sort().join(), faultyJson];
		if (seen.join() !== [required.join(), 0].join()) wrong.push([node.name, seen, required]);
	}
	expect(wrong).toEqual([]);
});

test('a mistake is explained where it was made, with all that is wrong', async () => {
	const line = { ledgerAccount: by('code', '4110'), amount: 100, vatCode: by('code', '44') };
	const mistaken = inDivision('invoice', 'create', {
		...{ supplier: by('code', '5084'), invoiceDate: '2026-03-10T00:00:00', reference: 'A-1' },
		lines: { row: [line] },
	});
	const said = await tried(step('Book Invoice', mistaken), /no such ledger account/);
	expect(said).toContain(
		'\'Line 1 > Ledger Account\' is "4110", but there is no such ledger account',
	);
	expect(said).toContain('(and 1 more)');
	expect(said).toContain('Did you mean 4100');
	expect(said).toContain('\'Line 1 > VAT Code\' is "44"');
	expect(said).toContain('Nothing was sent to Exact Online for this item.');
	await docsPicture(editor, 'error', 'node');
});

test('the steps for people who come from a generic node lead to invoices with the names of Exact', async () => {
	const filters = { updatedAfter: "={{ $now.minus(1, 'year') }}" };
	const raw = { kinds: ['supplierInvoice'], returnAll: true, output: 'raw', filters };
	const said = await tried(
		step('Purchase Invoices', inDivision('invoice', 'getAll', raw)),
		/AmountDC/,
	);
	for (const name of ['AmountDC', 'EntryDate', 'EntryNumber']) expect(said).toContain(name);
	await docsPicture(editor, 'get-many', 'node');
});

test('an empty result says so, and is no error', async () => {
	const nobody = inDivision('client', 'getAll', { filters: { search: 'nobody is called this' } });
	const said = await tried(step('Find Client', nobody), /No output data returned/);
	expect(said).toContain('Always Output Data');
});

test('the trigger shows a real invoice as its test event', async () => {
	const parameters = { event: 'newInvoice', divisions: [NL], kinds: ['supplierInvoice'] };
	const trigger = ourNode(
		n8n.credential,
		{ name: 'New Invoice', parameters, position: [0, 0] },
		'exactOnlineTrigger',
	);
	const said = await tried(trigger, /supplierInvoice/);
	expect(said).toContain('1 item');
	await docsPicture(editor, 'trigger', 'node');
});

describe('as a tool of an AI agent', () => {
	const invoice = inDivision('invoice', 'create', {
		supplier: by(
			'code',
			"={{ $fromAI('Supplier', `Code of the supplier, such as 5084`, 'string') }}",
		),
		invoiceDate: "={{ $fromAI('Invoice_Date', `Day, such as 2026-03-10`, 'string') }}",
		reference: "={{ $fromAI('Invoice_Number', `Number on the invoice`, 'string') }}",
		specifyLines: 'json',
		linesJson: "={{ $fromAI('Lines', `List of ledgerAccount, amount, vatCode`, 'json') }}",
		options: { preview: true },
	});
	const overdue = inDivision('outstandingItem', 'getAll', {
		filters: { dueBefore: "={{ $fromAI('Due_Before', `Day, such as 2026-03-31`, 'string') }}" },
	});
	let workflow: SavedWorkflow;
	beforeAll(async () => {
		const tools = { 'Overdue Items': overdue, 'Preview Invoice': invoice };
		workflow = await opened(agentWith(n8n.credential, tools));
		await docsPicture(editor, 'agent', 'agent');
	});

	test('n8n offers it with the same resources and operations', async () => {
		const { data } =
			await n8n.session.http.get<Array<{ name: string; properties: unknown[] }>>(
				'/types/nodes.json',
			);
		const choices = (name: string): unknown[] =>
			(data.find((one) => one.name === `n8n-nodes-exactonline.${name}`)?.properties ?? []).filter(
				(one) => ['resource', 'operation'].includes((one as { name: string }).name),
			);
		expect(choices('exactOnline').length).toBeGreaterThan(20);
		expect(choices('exactOnlineTool')).toEqual(choices('exactOnline'));
	});

	test('its panel lets the model fill in what a person left to it', async () => {
		const { page, url } = editor;
		await page.goto(`${url}/workflow/${workflow.id}/Preview-Invoice`);
		await page.locator('[data-test-id="parameter-input-linesJson"]').waitFor();
		const panel = await page.locator('[data-test-id="node-parameters"]').innerText();
		expect(panel).toContain('Tool Description');
		await docsPicture(editor, 'agent-tool', 'panel');
	});

	test('it reads', async () => {
		const { status, error, stored } = await runTool(n8n.session, workflow, 'Overdue Items', {
			Due_Before: '2026-03-31',
		});
		expect([status, error]).toEqual(['success', undefined]);
		expect(stored).toContain('Fietsenwinkel Het Zadel');
	});

	test('it previews an invoice, and books none', async () => {
		await n8n.sandbox.clearLog();
		const { status, error, stored } = await runTool(n8n.session, workflow, 'Preview Invoice', {
			...{ Supplier: '5084', Invoice_Date: '2026-03-10', Invoice_Number: 'AGENT-1' },
			Lines: [{ ledgerAccount: '4100', amount: 100, vatCode: '4' }],
		});
		expect([status, error]).toEqual(['success', undefined]);
		expect(stored).toContain('AGENT-1');
		const log = await n8n.sandbox.log();
		expect(callsOf(log).length).toBeLessThanOrEqual(10);
		expect(writesOf(log)).toEqual([]);
	});

	test('nothing found is an empty answer', async () => {
		const day = { Due_Before: '1999-01-01' };
		const { status, error } = await runTool(n8n.session, workflow, 'Overdue Items', day);
		expect([status, error]).toEqual(['success', undefined]);
	});

	test('a mistake of the model comes back to it in words', async () => {
		const { status, error } = await runTool(n8n.session, workflow, 'Preview Invoice', {
			...{ Supplier: '5084', Invoice_Date: '2026-03-10', Invoice_Number: 'AGENT-2' },
			Lines: [{ ledgerAccount: '4110', amount: 100 }],
		});
		expect(status).toBe('error');
		expect(error).toContain('\'Line 1 > Ledger Account\' is "4110", but there is no such');
		expect(error).toContain('Did you mean 4100');
	});
});

test('the credential says where the redirect URL is and what to enter', async () => {
	const { page, url } = editor;
	const [credential] = await request<Array<{ id: string }>>(
		n8n.session,
		'GET',
		'/rest/credentials',
	);
	await page.goto(`${url}/home/credentials/${credential?.id ?? ''}`);
	const dialog = page.getByRole('dialog');
	await dialog.getByText('OAuth Redirect URL').first().waitFor();
	for (const label of [/^Region/, /^Client ID/, /^Client Secret/]) {
		await dialog.getByText(label).first().waitFor();
	}
	await page.locator('[data-test-id="parameter-input-region"] input').click();
	await page.getByRole('option', { name: 'Belgium' }).click();
	await docsPicture(editor, 'credential', 'dialog');
});
