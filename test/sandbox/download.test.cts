import type { AxiosResponse } from 'axios';
import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { apiClient, companies, signedIn } from './exactApp.cjs';
import { odataClient, type ODataClient } from './odataClient.cjs';

/*
 * The page behind Url of an attachment: with the bearer of the API it answers the file. From the clients
 * that use it; what it answers to others is known from what people report.
 */

let sandbox: Sandbox;
let api: ODataClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset();
	api = await odataClient(sandbox);
});

/** Every byte there is, so that no text survives it that was read as text. */
const everyByte = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));

async function stored(FileName: string, content = everyByte): Promise<string> {
	const { row } = await api.post('documents/Documents', { Subject: 'x', Type: 55 });
	const body = { Document: row['ID'], FileName, Attachment: content.toString('base64') };
	return String((await api.post('documents/DocumentAttachments', body)).row['Url']);
}

async function fetched(url: string): Promise<AxiosResponse<Buffer>> {
	return (await signedIn(sandbox)).get<Buffer>(url, { responseType: 'arraybuffer' });
}

test.each([
	['scan.PDF', 'application/pdf', 'attachment; filename="scan.PDF"'],
	['a "b".xml', 'text/xml', 'attachment; filename="a \\"b\\".xml"'],
	[
		"café (l'été).png",
		'image/png',
		`attachment; filename="caf_ (l'_t_).png"; filename*=UTF-8''caf%C3%A9%20%28l%27%C3%A9t%C3%A9%29.png`,
	],
	['noname', 'application/octet-stream', 'attachment; filename="noname"'],
])('%s comes back byte for byte, with its type and name', async (name, type, disposition) => {
	const { status, headers, data } = await fetched(`${await stored(name)}&Download=1`);
	expect(status).toBe(200);
	expect(Buffer.compare(data, everyByte)).toBe(0);
	expect(headers['content-type']).toBe(type);
	expect(headers['content-disposition']).toBe(disposition);
	expect(headers['content-length']).toBe('512');
});

test('without Download it is for a browser to show', async () => {
	const { headers, data } = await fetched(await stored('scan.pdf'));
	expect(headers['content-disposition']).toBe('inline; filename="scan.pdf"');
	expect(Buffer.compare(data, everyByte)).toBe(0);
});

test('an empty file is empty', async () => {
	const ID = '00000000-0000-4000-8000-000000000001';
	const row = { ID, FileName: 'empty.txt', Attachment: '' };
	await sandbox.insert(companies.dutch, 'DocumentAttachments', [row]);
	const url = `${sandbox.url}/docs/SysAttachment.aspx?ID=${ID}&_Division_=${companies.dutch}`;
	const { status, data } = await fetched(`${url}&Download=1`);
	expect([status, data.length]).toEqual([200, 0]);
});

describe('who has no login gets a page to log in on, with status 200', () => {
	const isLogin = ({ status, headers, data }: AxiosResponse<unknown>) => {
		expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
		expect(String(data)).toMatch(/^<!DOCTYPE html>.*Log in/);
	};

	test('no bearer, or one that nobody issued', async () => {
		const url = `${await stored('scan.pdf')}&Download=1`;
		isLogin(await apiClient(sandbox).get(url));
		isLogin(await apiClient(sandbox, 'made up').get(url));
	});

	test('an expired one', async () => {
		const url = `${await stored('scan.pdf')}&Download=1`;
		const http = await signedIn(sandbox);
		await sandbox.expireTokens();
		isLogin(await http.get(url));
	});
});

describe('refusals', () => {
	const wrong = '00000000-0000-4000-8000-000000000000';

	test.each([
		['another attachment', (url: string) => url.replace(/ID=[^&]+/, `ID=${wrong}`), 404],
		['another company', (url: string) => url.replace(/_=\d+/, `_=${companies.belgian}`), 404],
		['a closed company', (url: string) => url.replace(/_=\d+/, `_=${companies.notGranted}`), 403],
		['no company', (url: string) => url.replace(/_Division_=\d+/, ''), 404],
		['another page', (url: string) => url.replace('SysAttachment', 'SysOther'), 404],
	])('%s', async (_name, changed, status) => {
		const url = changed(`${await stored('scan.pdf')}&Download=1`);
		expect((await fetched(url)).status).toBe(status);
	});

	test('without the scope of documents it is 403, as their records are', async () => {
		const url = `${await stored('scan.pdf')}&Download=1`;
		await sandbox.settings({ rights: { 'organization.documents': 'unused' } });
		const { status, data } = await fetched(url);
		expect(status).toBe(403);
		expect(String(data)).toContain("Cannot read 'organization.documents' scope.");
		expect((await api.get('documents/Documents')).status).toBe(403);
		await sandbox.settings({ rights: { 'organization.documents': 'read' } });
		expect((await fetched(url)).status).toBe(200);
		const upload = await api.post('documents/Documents', { Subject: 'x', Type: 55 });
		expect(upload.error).toContain("Cannot manage 'organization.documents' scope.");
	});

	test('a file is read, not written', async () => {
		const url = await stored('scan.pdf');
		expect((await (await signedIn(sandbox)).post(url)).status).toBe(405);
	});
});

test('a download counts as a call of its company, and is in the log without a token', async () => {
	const url = `${await stored('scan.pdf')}&Download=1`;
	await sandbox.clearLog();
	const { headers } = await fetched(url);
	expect(Number(headers['x-ratelimit-minutely-remaining'])).toBe(57);
	const [entry] = await sandbox.log();
	expect(entry).toMatchObject({
		...{ endpoint: 'docs/SysAttachment.aspx', division: companies.dutch, status: 200 },
		counted: { minute: true, day: true, error: false },
	});
	expect(JSON.stringify(entry)).not.toMatch(/bearer/i);
	await sandbox.settings({ minuteLimit: 3 });
	expect((await fetched(url)).status).toBe(429);
});

test('scripted faults hit downloads too', async () => {
	const url = `${await stored('scan.pdf')}&Download=1`;
	const fault = async (kind: 'empty500' | 'truncate') => {
		await sandbox.faults([{ match: { path: 'SysAttachment' }, fault: { kind } }]);
		return fetched(url);
	};
	expect((await fault('empty500')).status).toBe(500);
	await expect(fault('truncate')).rejects.toThrow(/aborted|hang up|ended/i);
	expect((await fetched(url)).data).toHaveLength(512);
});

test('a message longer than the web server takes is refused by it', async () => {
	const Attachment = 'A'.repeat(39 * 1024 * 1024);
	const { status, body } = await api.post('documents/DocumentAttachments', { Attachment });
	expect(status).toBe(413);
	expect(String(body)).toContain('413');
});
