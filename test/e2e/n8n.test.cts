import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectOverHttp } from '../../demo/connect.cjs';
import { exampleFiles } from '../../demo/examples.cjs';
import { listCredentials, type Credential } from '../../demo/n8n-credentials.cjs';
import { nodeTypes, readWorkflow } from '../../demo/n8n-workflows.cjs';
import type { LogEntry } from '../harness/sandbox.cjs';
import { openBrowser } from './browser.cjs';
import {
	connectByHand,
	executeStep,
	openEditor,
	offeredBy,
	openNode,
	panelPicture,
	picture,
	take,
	type Editor,
} from './editor.cjs';
import { install, owner, type Installation } from './installation.cjs';
import { filesWith, storedTokens } from './secrets.cjs';
import { load, run } from './workflows.cjs';

jest.setTimeout(240_000);

const belgian = 3012345;
const dutch = 2104587;

let installation: Installation;
let editor: Editor;
/** What the editor said after the clicks through OAuth. */
let connection: string;
let credential: Credential;
/** Every token that this n8n has ever held. */
const tokens = new Set<string>();

const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
	// First, because nothing below makes sense without a browser, and it is the quickest to find out.
	const browser = await openBrowser();
	closing.push(() => browser.close());
	installation = await install('n8n');
	closing.push(installation.stop);
	const { session, n8n, fields, folder } = installation;
	editor = await openEditor(browser, n8n.url, owner);
	connection = await connectByHand(editor, fields);
	[credential] = (await listCredentials(session)) as [Credential];
	for (const token of await storedTokens(folder)) tokens.add(token);
});

afterAll(async () => {
	for (const close of closing.reverse()) await close();
});

const runFile = async (file: string) =>
	await run(installation, await load(installation, credential, file));

const callOf = ({ division, endpoint }: LogEntry): string =>
	division === null ? endpoint : `${division} ${endpoint}`;

test('the node and its AI tool have the names that workflows of users have', async () => {
	expect(await nodeTypes(installation.session)).toEqual(
		expect.arrayContaining([
			'n8n-nodes-exactonline.exactOnline',
			'n8n-nodes-exactonline.exactOnlineTool',
		]),
	);
});

test('the credential connects by clicks through the consent page', async () => {
	await picture(editor, 'credential');
	expect(connection).toBe('Account connected');
	expect(tokens.size).toBe(2);
});

test('a workflow lists divisions, reads their clients and gets a supplier in the fewest calls', async () => {
	const { status, error, items, log } = await runFile(join(__dirname, 'journey.json'));
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
	expect(items.Divisions?.map(({ json }) => json.id).sort()).toEqual([dutch, belgian]);
	const clients = await Promise.all([customersOf(dutch), customersOf(belgian)]);
	expect(items.Clients?.map(({ json }) => json.name).sort()).toEqual(clients.flat().sort());
	expect(items.Supplier?.map(({ json }) => json)).toEqual([
		expect.objectContaining({ code: '5087', division: dutch, isSupplier: true }),
	]);
	expect(log.map(callOf)).toEqual([
		'current/Me',
		`${dutch} system/Divisions`,
		`${dutch} bulk/CRM/Accounts`,
		`${belgian} bulk/CRM/Accounts`,
		`${dutch} crm/Accounts`,
	]);
});

async function customersOf(division: number): Promise<unknown[]> {
	const accounts = await installation.sandbox.records(division, 'Accounts');
	return accounts.filter(({ Status }) => Status === 'C').map(({ Name }) => Name);
}

test.each(exampleFiles().map((file) => [basename(file), file]))('%s runs', async (_, file) => {
	const { status, error, items } = await runFile(file);
	expect({ status, error }).toEqual({ status: 'success', error: undefined });
	const [last] = Object.values(items).slice(-1);
	expect(last?.length).toBeGreaterThan(0);
});

test('in the editor, a company and a supplier are picked from lists, and the node is run', async () => {
	const inList = (value: string | number) => ({ __rl: true, mode: 'list', value });
	const parameters = { resource: 'supplier', operation: 'get', relation: inList('') };
	const workflow = await load(installation, credential, join(__dirname, 'journey.json'), {
		Supplier: { ...parameters, division: inList('') },
	});
	const node = workflow.nodes.find(({ name }) => name === 'Supplier');
	await openNode(editor, workflow.id, node?.id ?? '');
	const companies = await offeredBy(editor, 'division');
	expect(companies).toContain(`Brouwerij De Linde BV (${belgian})`);
	await take(editor, `(${dutch})`);
	expect(await offeredBy(editor, 'relation')).toContain('Kettingen Regina BV (5087)');
	await take(editor, '(5087)');
	expect(await executeStep(editor, 'Kettingen Regina BV')).toContain(String(dutch));
	await picture(editor, 'node-panel');
});

test('in the editor, a line of an invoice is filled from lists', async () => {
	const file = join(__dirname, 'purchaseInvoice.json');
	const inList = (value: string | number, cachedResultName = '') => ({
		...{ __rl: true, mode: 'list', value },
		cachedResultName,
	});
	const booked = readWorkflow(file, credential).nodes.find(({ name }) => name === 'Booked');
	const line = { ledgerAccount: inList(''), amount: 100, vatCode: inList('') };
	const workflow = await load(installation, credential, file, {
		Booked: {
			...booked?.parameters,
			division: inList(dutch, `Rijwielfabriek Van Dam B.V. (${dutch})`),
			supplier: inList(''),
			lines: { row: [{ ...line, more: { description: 'Paper' } }] },
			additionalFields: { file: 'data', total: 121 },
		},
	});
	await openNode(editor, workflow.id, booked?.id ?? '');
	for (const [field, entry] of [
		['supplier', 'Kettingen Regina BV (5087)'],
		['ledgerAccount', '4100 Kantoorkosten'],
		['vatCode', '4 Btw 21%, exclusief'],
	] as const) {
		expect(await offeredBy(editor, field)).toContain(entry);
		await take(editor, entry);
	}
	await panelPicture(editor, 'invoice-create');
});

test('an expired token is renewed once, and the workflow goes on', async () => {
	const { sandbox, session, folder } = installation;
	await sandbox.settings({ tokenLife: 5 });
	await connectOverHttp(session, credential);
	for (const token of await storedTokens(folder)) tokens.add(token);
	await sleep(6_000);
	const { status, log } = await runFile(join(__dirname, 'journey.json'));
	expect(status).toBe('success');
	expect(log.filter(({ endpoint }) => endpoint.endsWith('oauth2/token'))).toHaveLength(1);
	for (const token of await storedTokens(folder)) tokens.add(token);
	expect(tokens.size).toBe(6);
});

test('n8n has written no token and no client secret in clear, in no execution and no log', () => {
	const { folder, fields } = installation;
	// What is searched does hold the executions: their data are found.
	expect(filesWith(folder, 'Kettingen Regina BV')).not.toEqual([]);
	for (const secret of [...tokens, fields.clientSecret]) {
		expect(filesWith(folder, secret)).toEqual([]);
	}
});
