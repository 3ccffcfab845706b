import type { AxiosInstance } from 'axios';
import { startSandbox, type Fault, type FaultRule, type Sandbox } from '../harness/sandbox.cjs';
import { companies, refresh, signedIn } from './exactApp.cjs';

const START = Date.UTC(2026, 5, 25, 10, 0, 0);

const url = `/${companies.dutch}/crm/Contacts`;
const list = `${url}?$select=ID`;

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'lenient' });
	await sandbox.setClock(START);
	api = await signedIn(sandbox);
});

function next(fault: Fault, match: FaultRule['match'] = {}): Promise<void> {
	return sandbox.faults([{ match, fault }]);
}

interface PageBody {
	d: { results: unknown[]; __next?: string };
}

async function page(): Promise<PageBody['d']> {
	return (await api.get<PageBody>(list)).data.d;
}

async function stored(lastName: string): Promise<number> {
	const rows = await sandbox.records(companies.dutch, 'Contacts');
	return rows.filter((row) => row['LastName'] === lastName).length;
}

async function newContact(lastName: string) {
	const [account] = await sandbox.records(companies.dutch, 'Accounts');
	const body = { Account: account?.['ID'], FirstName: 'A', LastName: lastName };
	return api.post(url, body, { timeout: 300 });
}

describe('script', () => {
	test('hits the matching requests after those let through, and then no more', async () => {
		await sandbox.faults([
			{ match: { path: 'contacts' }, skip: 1, times: 2, fault: { kind: 'status', status: 503 } },
		]);
		const seen: number[] = [];
		for (let call = 0; call < 5; call++) {
			await api.get('/current/Me');
			seen.push((await api.get(list)).status);
		}
		expect(seen).toEqual([200, 503, 503, 200, 200]);
	});

	test('matches by method, and by the decoded query', async () => {
		await next({ kind: 'empty500' }, { method: 'POST' });
		await next({ kind: 'empty500' }, { path: "LastName eq 'O''Neil'" });
		expect((await api.get(list)).status).toBe(200);
		const filter = encodeURIComponent("LastName eq 'O''Neil'");
		expect((await api.get(`${list}&$filter=${filter}`)).status).toBe(500);
		expect((await api.post(url, {})).data).toBe('');
	});

	test('can be taken back', async () => {
		await next({ kind: 'empty500' });
		await sandbox.clearFaults();
		expect((await api.get(list)).status).toBe(200);
	});

	test('hits the token endpoint only when the path is named', async () => {
		const tokens = await sandbox.issueTokens();
		await sandbox.advance(600_000);
		await next({ kind: 'status', status: 503 });
		expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
		await sandbox.clearFaults();
		await next({ kind: 'status', status: 503 }, { path: 'oauth2/token' });
		expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(503);
	});

	test('is named in the log; what was not carried out has status 0 and costs nothing', async () => {
		await next({ kind: 'reset', when: 'before' });
		await expect(api.get(list)).rejects.toMatchObject({ code: 'ECONNRESET' });
		const [entry] = await sandbox.log();
		expect(entry).toMatchObject({ fault: 'reset', status: 0, counted: { minute: false } });
	});
});

describe('in place of an answer', () => {
	test('any status, with headers and body', async () => {
		const headers = { 'X-RateLimit-Minutely-Remaining': '0' };
		await next({ kind: 'status', status: 429, headers, body: { a: 1 } });
		const answer = await api.get<unknown>(list);
		expect([answer.status, answer.data]).toEqual([429, { a: 1 }]);
		expect(answer.headers['x-ratelimit-minutely-remaining']).toBe('0');
	});

	test('a page of the web server with status 200', async () => {
		await next({ kind: 'html' });
		const { status, headers, data } = await api.get<string>(list);
		expect(status).toBe(200);
		expect(headers['content-type']).toContain('text/html');
		expect(data).toContain('<html>');
	});

	test('a redirect', async () => {
		await next({ kind: 'redirect', location: 'https://elsewhere.example/' });
		const { status, headers } = await api.get(list);
		expect([status, headers['location']]).toEqual([302, 'https://elsewhere.example/']);
	});

	test('500 without a body', async () => {
		await next({ kind: 'empty500' });
		const { status, data } = await api.get<unknown>(list);
		expect([status, data]).toEqual([500, '']);
	});

	test('401 because all tokens have expired at this moment; they can be renewed at once', async () => {
		const tokens = await sandbox.issueTokens();
		await next({ kind: 'expired' });
		expect((await api.get(list)).status).toBe(401);
		expect((await api.get(list)).status).toBe(401);
		expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
	});
});

describe('on the connection', () => {
	test('a reset before the write leaves nothing, a reset after it leaves the record', async () => {
		await next({ kind: 'reset', when: 'before' });
		await expect(newContact('Before')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(await stored('Before')).toBe(0);
		await next({ kind: 'reset', when: 'after' });
		await expect(newContact('After')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(await stored('After')).toBe(1);
		expect((await sandbox.log()).at(-1)).toMatchObject({ fault: 'reset', status: 201 });
	});

	test('silence: the client gives up, before or after the write', async () => {
		await next({ kind: 'timeout', when: 'before' });
		await expect(newContact('Before')).rejects.toMatchObject({ code: 'ECONNABORTED' });
		expect(await stored('Before')).toBe(0);
		await next({ kind: 'timeout', when: 'after' });
		await expect(newContact('After')).rejects.toMatchObject({ code: 'ECONNABORTED' });
		expect(await stored('After')).toBe(1);
	});

	test('a write that is carried out after the client has given up', async () => {
		await next({ kind: 'timeout', when: 'before', commitAfterMs: 20_000 });
		await expect(newContact('Late')).rejects.toMatchObject({ code: 'ECONNABORTED' });
		await sandbox.advance(19_999);
		expect(await stored('Late')).toBe(0);
		expect((await sandbox.log()).at(-1)).toMatchObject({ status: 0, fault: 'timeout' });
		await sandbox.advance(1);
		expect(await stored('Late')).toBe(1);
		expect((await sandbox.log()).at(-1)).toMatchObject({ status: 201, endpoint: 'crm/Contacts' });
	});

	test('a late write knows the moment at which it happens, not the one the clock jumps to', async () => {
		await next({ kind: 'timeout', when: 'before', commitAfterMs: 20_000 });
		await expect(newContact('Late')).rejects.toMatchObject({ code: 'ECONNABORTED' });
		await sandbox.advance(3_600_000);
		const rows = await sandbox.records(companies.dutch, 'Contacts');
		const created = Number(rows.find((row) => row['LastName'] === 'Late')?.['Created']);
		// SQL Server rounds moments to a few milliseconds.
		expect(Math.abs(created - (START + 20_000))).toBeLessThan(10);
	});

	test('a body that ends too early', async () => {
		await next({ kind: 'truncate' });
		await expect(api.get(list)).rejects.toThrow(/aborted/);
	});

	test('a delay, after which the answer comes', async () => {
		await next({ kind: 'delay', ms: 30 });
		const before = performance.now();
		expect((await api.get(list)).status).toBe(200);
		expect(performance.now() - before).toBeGreaterThanOrEqual(29);
	});
});

describe('in a page', () => {
	test('another content type', async () => {
		await next({ kind: 'contentType', value: 'application/atom+xml' });
		const { headers } = await api.get(list);
		expect(headers['content-type']).toBe('application/atom+xml');
	});

	test('a next page that is the same page', async () => {
		await next({ kind: 'nextLoop' });
		expect((await page()).__next).toBe(`${sandbox.url}/api/v1${list}`);
	});

	test('a next page on another host', async () => {
		const own = await page();
		await next({ kind: 'nextHost', host: 'elsewhere.example' });
		const { __next } = await page();
		expect(__next).toBe(own.__next?.replace(/\/\/[^/]+/, '//elsewhere.example'));
		expect(own.__next).toContain('$skiptoken');
	});

	test('of fewer rows, when that is asked for: every page names the next', async () => {
		const all = (await api.get<{ d: object[] }>(`${list}&$top=30`)).data.d;
		expect(all).toHaveLength(30);
		await sandbox.settings({ largestPage: 7 });
		const found: unknown[] = [];
		let next: string | undefined = list;
		for (let pages = 1; pages <= 5 && next !== undefined; pages++) {
			const { d }: PageBody = (await api.get<PageBody>(next)).data;
			expect(d.results).toHaveLength(7);
			found.push(...d.results);
			next = d.__next;
		}
		expect(found.slice(0, 30)).toEqual(all);
	});

	test('an empty page in the middle', async () => {
		const own = await page();
		await next({ kind: 'emptyPage' });
		expect(await page()).toEqual({ results: [], __next: own.__next });
	});
});
