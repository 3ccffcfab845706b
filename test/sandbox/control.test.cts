import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import axios from 'axios';
import { startSandbox, type FaultRule, type Sandbox } from '../harness/sandbox.cjs';
import { apiClient, companies, signedIn } from './exactApp.cjs';

const START = Date.UTC(2026, 5, 25, 10, 0, 0);

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.setClock(START);
});

const contacts = `/${companies.dutch}/crm/Contacts`;

describe('reset', () => {
	test('brings everything back to the start', async () => {
		const api = await signedIn(sandbox);
		const before = await sandbox.records(companies.dutch, 'Contacts');
		await sandbox.generate(companies.dutch, 'Contacts', 3);
		await sandbox.faults([{ match: {}, fault: { kind: 'empty500' }, skip: 1 }]);
		await sandbox.settings({ minuteLimit: 1 });
		await api.get(contacts);
		await sandbox.reset();
		expect(await sandbox.records(companies.dutch, 'Contacts')).toEqual(before);
		expect(await sandbox.log()).toEqual([]);
		expect(await sandbox.limits()).toEqual({ usage: [], errors: [], tokenCalls: [] });
		expect((await api.get(contacts)).status).toBe(401);
		const again = await signedIn(sandbox);
		const statuses = [await again.get('/current/Me'), await again.get('/current/Me')];
		expect(statuses.map(({ status }) => status)).toEqual([200, 200]);
		expect(await sandbox.settings({})).toMatchObject({ minuteLimit: 60 });
		const clock = await axios.get<{ mode: string }>(`${sandbox.url}/control/clock`);
		expect(clock.data.mode).toBe('real');
	});

	test('can choose profile, switches and data', async () => {
		expect(await sandbox.settings({})).toMatchObject({ reuseBreaksChain: true });
		await sandbox.reset({ profile: 'lenient', settings: { dayLimit: 7 }, data: 'empty' });
		expect(await sandbox.settings({})).toMatchObject({ reuseBreaksChain: false, dayLimit: 7 });
		expect(await sandbox.records(companies.dutch, 'Contacts')).toEqual([]);
		await sandbox.reset();
		expect(await sandbox.settings({})).toMatchObject({ reuseBreaksChain: true, dayLimit: 5000 });
	});

	test('ends requests that would never be answered', async () => {
		const api = await signedIn(sandbox);
		await sandbox.faults([{ match: {}, fault: { kind: 'timeout', when: 'before' } }]);
		const hanging = api.get('/current/Me');
		const ended = expect(hanging).rejects.toMatchObject({ code: 'ECONNRESET' });
		// The fault is logged when the request has arrived.
		while ((await sandbox.log()).length === 0) await Promise.resolve();
		await sandbox.reset();
		await ended;
	});
});

describe('mistakes in a test are refused', () => {
	test.each([
		[{ minuteLimits: 1 }, /Unknown switch: minuteLimits/],
		[{ minuteLimit: '1' }, /takes a number/],
		[{ minuteLimit: -1 }, /cannot be negative/],
		[{ moments: 'mars' }, /local, utc/],
	])('switch %j', async (patch, message) => {
		await expect(sandbox.settings(patch)).rejects.toThrow(message);
		await expect(sandbox.reset({ settings: patch })).rejects.toThrow(message);
	});

	test.each([
		{ match: {}, fault: { kind: 'explosion' } },
		{ match: { url: 'x' }, fault: { kind: 'empty500' } },
		{ match: {}, fault: { kind: 'reset' } },
		{ match: { path: '(' }, fault: { kind: 'empty500' } },
	])('fault %j', async (rule) => {
		await expect(sandbox.faults([rule as FaultRule])).rejects.toThrow(/400/);
	});

	test('unknown entity', async () => {
		await expect(sandbox.records(companies.dutch, 'Nothings')).rejects.toThrow(/Nothings/);
	});

	test('unknown user', async () => {
		await expect(sandbox.issueTokens({ user: 'nobody' })).rejects.toThrow(/nobody/);
	});
});

describe('settings', () => {
	test('a profile sets every switch that is not named beside it', async () => {
		await sandbox.settings({ dayLimit: 3 });
		const settings = await sandbox.settings({ profile: 'lenient', tokenLife: 60 });
		expect(settings).toMatchObject({ reuseBreaksChain: false, dayLimit: 5000, tokenLife: 60 });
		await expect(sandbox.settings({ profile: 'medium' })).rejects.toThrow(/profile/);
	});
});

describe('clock', () => {
	test('stands still, moves on, and can follow the real time again', async () => {
		const now = async () =>
			(await axios.get<{ now: number }>(`${sandbox.url}/control/clock`)).data.now;
		expect(await now()).toBe(START);
		await sandbox.advance(1234);
		expect(await now()).toBe(START + 1234);
		await sandbox.useRealClock();
		expect(Math.abs((await now()) - Date.now())).toBeLessThan(5000);
	});
});

describe('log', () => {
	test('shows what was asked, decoded, and what it cost', async () => {
		const api = await signedIn(sandbox);
		const url = `/${companies.dutch}/CRM/contacts?$select=ID&$filter=FirstName%20eq%20%27A%26B%27`;
		await api.get(url);
		await api.post(contacts, { LastName: 'Jansen' });
		const [read, write] = await sandbox.log();
		expect(read).toEqual({
			n: 1,
			at: START,
			method: 'GET',
			path: `/api/v1/${companies.dutch}/CRM/contacts`,
			query: { $select: 'ID', $filter: "FirstName eq 'A&B'" },
			url: `/api/v1${url}`,
			division: companies.dutch,
			endpoint: 'crm/Contacts',
			status: 200,
			rows: 0,
			counted: { minute: true, day: true, error: false },
		});
		expect(write).toMatchObject({
			n: 2,
			method: 'POST',
			body: { LastName: 'Jansen' },
			status: 500,
		});
	});

	test('can be read from a number on, and cleared; control calls are not in it', async () => {
		const api = await signedIn(sandbox);
		for (let call = 0; call < 3; call++) await api.get('/current/Me');
		expect((await sandbox.log(1)).map(({ n }) => n)).toEqual([2, 3]);
		await sandbox.clearLog();
		await api.get('/current/Me');
		expect((await sandbox.log()).map(({ n, endpoint }) => [n, endpoint])).toEqual([
			[4, 'current/Me'],
		]);
	});
});

describe('records and tokens', () => {
	test('rows can be put in and looked at', async () => {
		const before = await sandbox.records(companies.belgian, 'Accounts');
		await sandbox.insert(companies.belgian, 'Accounts', [{ Name: 'Inserted', Code: '777' }]);
		await sandbox.generate(companies.belgian, 'Accounts', 2);
		const after = await sandbox.records(companies.belgian, 'Accounts');
		expect(after).toHaveLength(before.length + 3);
		expect(after).toContainEqual(expect.objectContaining({ Name: 'Inserted', Code: '777' }));
	});

	test('tokens can be issued with a life of their own', async () => {
		const { access_token, expires_in } = await sandbox.issueTokens({ life: 5 });
		expect(expires_in).toBe('5');
		const api = apiClient(sandbox, access_token);
		expect((await api.get('/current/Me')).status).toBe(200);
		await sandbox.advance(5000);
		expect((await api.get('/current/Me')).status).toBe(401);
	});
});

describe('inspector page', () => {
	const read = async (): Promise<string> => (await axios.get<string>(sandbox.url)).data;

	test('shows companies, limits and requests', async () => {
		const api = await signedIn(sandbox);
		await api.get(`${contacts}?$select=ID&$filter=FirstName%20eq%20'%3Cscript%3E'`);
		await api.get(`/${companies.dutch}/crm/Nothing`);
		const page = await read();
		expect(page).toContain('Brouwerij De Linde BV');
		expect(page).toMatch(/2\s+of 60/);
		expect(page).toContain('FirstName eq &#39;&lt;script&gt;&#39;');
		expect(page).toMatch(/crm\/Nothing<\/td>\s*<td><meter[^>]*><\/meter>\s*1\s+of 10/);
	});

	test('fetches nothing from elsewhere, and refreshes itself', async () => {
		const page = await read();
		expect(page).not.toMatch(/(src|href)=|url\(/);
		expect(page).toContain('http-equiv="refresh"');
	});
});

describe('program', () => {
	const root = resolve(__dirname, '../..');
	const run = (...options: string[]) =>
		spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.mts', ...options], { cwd: root });

	test('ends when its standard input closes, so that no test run leaves it behind', async () => {
		const program = run('--json', '--port', '0');
		const [line] = (await once(program.stdout, 'data')) as [Buffer];
		expect(JSON.parse(line.toString())).toEqual({
			url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
			clientId: sandbox.clientId,
			clientSecret: sandbox.clientSecret,
		});
		program.stdin.end();
		expect(await once(program, 'exit')).toEqual([0, null]);
	});

	test('tells a person what to enter in n8n', async () => {
		const program = run('--port', '0');
		const [text] = (await once(program.stdout, 'data')) as [Buffer];
		expect(text.toString()).toContain(sandbox.clientSecret);
		program.kill();
		await once(program, 'exit');
	});

	test.each(['--profile=medium', '--port=x', '--unknown'])('refuses %s', async (option) => {
		const program = run(option);
		const [text] = (await once(program.stderr, 'data')) as [Buffer];
		expect(text.toString()).toContain(option.split('=').at(-1));
		expect(await once(program, 'exit')).toEqual([1, null]);
	});
});
