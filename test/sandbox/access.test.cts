import type { AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { apiClient, companies, rateHeaderNames, signedIn } from './exactApp.cjs';

/*
 * Who may call what: the grammar of Exact's addresses ("REST API - Restrictions"), the companies of the
 * consent, and the scopes of an app registration.
 */

const accounts = `/${companies.dutch}/crm/Accounts?$select=ID&$top=1&$filter=Code%20eq%20'1'`;

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'lenient' });
	api = await signedIn(sandbox);
});

describe('access', () => {
	test('paths are read in any case', async () => {
		const { status } = await api.get(accounts.replace('crm/Accounts', 'CRM/accounts'));
		expect(status).toBe(200);
		expect((await api.get('/CURRENT/me')).status).toBe(200);
		const shouted = await api.get(accounts, { baseURL: `${sandbox.url}/API/V1` });
		expect(shouted.status).toBe(200);
	});

	test.each(['/current/Me', accounts])('%s without a token is 401 with no body', async (url) => {
		const answer = await apiClient(sandbox).get<unknown>(url);
		expect([answer.status, answer.data]).toEqual([401, '']);
		expect(rateHeaderNames(answer)).toEqual([]);
		const wrong = await apiClient(sandbox, 'made up').get<unknown>(url);
		expect([wrong.status, wrong.data]).toEqual([401, '']);
	});

	test.each([companies.notGranted, companies.unknown])('company %i is 403', async (division) => {
		const answer = await api.get<unknown>(`/${division}/crm/Accounts`);
		expect(answer.status).toBe(403);
		expect(answer.headers['reason']).toBe('NoDivisionAccess');
		expect(answer.data).toEqual({
			error: { code: '', message: { lang: '', value: 'Division not accessible' } },
		});
	});

	test('the company in the URL of system/Divisions is not looked at', async () => {
		const answer = await api.get(`/${companies.unknown}/system/Divisions?$select=Code`);
		expect(answer.status).toBe(200);
	});

	test('an archived company can be opened', async () => {
		const url = accounts.replace(String(companies.dutch), String(companies.archived));
		expect((await api.get(url)).status).toBe(200);
	});

	test('an unknown entity, and a path outside the API, are 404', async () => {
		expect((await api.get(`/${companies.dutch}/crm/Nothing`)).status).toBe(404);
		expect((await api.get('/dutch/crm/Accounts')).status).toBe(404);
		const xml = await api.get('/docs/XMLUpload.aspx', { baseURL: sandbox.url });
		expect(xml.status).toBe(404);
	});

	test('a missing scope is 403, and named', async () => {
		await sandbox.settings({ rights: { 'crm.accounts': 'read' } });
		expect((await api.get(accounts)).status).toBe(200);
		const write = await api.post<unknown>(`/${companies.dutch}/crm/Accounts`, { Name: 'x' });
		expect(write.status).toBe(403);
		expect(JSON.stringify(write.data)).toContain(
			"Forbidden - Application Scope Violated. Cannot manage 'crm.accounts' scope.",
		);
		await sandbox.settings({ rights: { 'crm.accounts': 'unused' } });
		const read = await api.get<unknown>(accounts.replace('/crm/', '/bulk/CRM/'));
		expect(JSON.stringify(read.data)).toContain("Cannot read 'crm.accounts' scope.");
	});

	test('a body that is no object is 400', async () => {
		const send = (body: string) =>
			api.post<unknown>(`/${companies.dutch}/crm/Accounts`, body, {
				headers: { 'Content-Type': 'application/json' },
			});
		for (const body of ['{"Name":', '[]', '']) {
			const { status, data } = await send(body);
			expect(status).toBe(400);
			expect(JSON.stringify(data)).toContain('Error processing request stream.');
		}
	});

	test('a URL with a broken escape is refused by the web server', async () => {
		const answer = await api.get(`/${companies.dutch}/crm/Accounts(guid'%ZZ')`);
		expect(answer.status).toBe(400);
		expect(answer.headers['content-type']).toContain('text/html');
	});
});
