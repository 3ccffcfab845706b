import type { AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies, rateHeaderNames, signedIn } from './exactApp.cjs';

/*
 * How often an app may call: Exact's knowledge base "API limits" and "REST API - Restrictions", and the
 * rate headers as recorded from the real service at the moment used here.
 */

const RECORDED = Date.UTC(2026, 7, 18, 9, 46, 41);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const dayHeaders = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
const minuteHeaders = [
	'x-ratelimit-minutely-limit',
	'x-ratelimit-minutely-remaining',
	'x-ratelimit-minutely-reset',
];
const bothSets = [...dayHeaders, ...minuteHeaders].sort();

const accounts = `/${companies.dutch}/crm/Accounts?$select=ID&$top=1&$filter=Code%20eq%20'1'`;
const contacts = `/${companies.dutch}/crm/Contacts?$select=ID&$top=1&$filter=FirstName%20eq%20'A'`;
const belgianAccounts = accounts.replace(String(companies.dutch), String(companies.belgian));
const missing = `/${companies.dutch}/crm/Nothing`;

let sandbox: Sandbox;
let api: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'lenient' });
	await sandbox.setClock(RECORDED);
	api = await signedIn(sandbox);
});

/** The statuses of so many calls of one address. */
async function statuses(url: string, times: number): Promise<number[]> {
	const seen: number[] = [];
	for (let call = 0; call < times; call++) seen.push((await api.get(url)).status);
	return seen;
}

/** A token for later: the clock of a test passes the ten minutes that one lives. */
async function signInAgain(): Promise<void> {
	api = await signedIn(sandbox);
}

describe('headers', () => {
	test('every answer with a company code has six, in epoch milliseconds', async () => {
		await api.get(accounts);
		const { headers } = await api.get(accounts);
		expect(headers).toMatchObject({
			'x-ratelimit-limit': '5000',
			'x-ratelimit-remaining': '4998',
			'x-ratelimit-reset': '1787097600000',
			'x-ratelimit-minutely-limit': '60',
			'x-ratelimit-minutely-remaining': '58',
			'x-ratelimit-minutely-reset': '1787046420000',
		});
	});

	test('an error has them too', async () => {
		expect(rateHeaderNames(await api.get(missing))).toEqual(bothSets);
		const refused = await api.get(`/${companies.notGranted}/crm/Accounts`);
		expect(rateHeaderNames(refused)).toEqual(bothSets);
	});

	test('current/Me has none, and is not counted', async () => {
		expect(rateHeaderNames(await api.get('/current/Me'))).toEqual([]);
		expect((await sandbox.limits()).usage).toEqual([]);
	});

	test.each([
		['both', bothSets],
		['minute', minuteHeaders],
		['day', dayHeaders],
		['none', []],
	])('switch rateHeaders: %s', async (rateHeaders, names) => {
		await sandbox.settings({ rateHeaders });
		expect(rateHeaderNames(await api.get(accounts))).toEqual(names);
	});

	test('the date is that of the sandbox', async () => {
		const { headers } = await api.get('/current/Me');
		expect(headers['date']).toBe('Tue, 18 Aug 2026 09:46:41 GMT');
		await sandbox.settings({ dateHeader: false });
		expect((await api.get('/current/Me')).headers).not.toHaveProperty('date');
	});

	test('the usual ones are as recorded', async () => {
		const { headers } = await api.get(accounts.replace('&$top=1', ''));
		expect(headers).toMatchObject({
			'content-type': 'application/json;charset=utf-8',
			dataserviceversion: '2.0;',
			'cache-control': 'no-cache, no-store',
			pragma: 'no-cache',
			expires: '-1',
			vary: 'Accept-Encoding',
			'x-exact-correlation-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
			'x-requesthandledby-eoldotnetapp': '0',
			'set-cookie': [
				expect.stringContaining('ASP.NET_SessionId='),
				expect.stringContaining(`=Division=${companies.dutch}`),
			],
		});
		const bareArray = await api.get(accounts);
		expect(bareArray.headers['dataserviceversion']).toBe('1.0;');
	});
});

describe('minute', () => {
	test('60 calls are answered, the next has only the headers of the minute and no body', async () => {
		expect(new Set(await statuses(accounts, 60))).toEqual(new Set([200]));
		const refused = await api.get<unknown>(accounts);
		expect([refused.status, refused.data]).toEqual([429, '']);
		expect(rateHeaderNames(refused)).toEqual(minuteHeaders);
		expect(refused.headers['x-ratelimit-minutely-remaining']).toBe('0');
		expect(refused.headers).not.toHaveProperty('retry-after');
	});

	test('is a calendar minute, not the last 60 seconds', async () => {
		await sandbox.settings({ minuteLimit: 2 });
		await sandbox.setClock(RECORDED + 18_999);
		expect(await statuses(accounts, 3)).toEqual([200, 200, 429]);
		await sandbox.advance(1);
		expect(await statuses(accounts, 3)).toEqual([200, 200, 429]);
	});

	test('is counted per company, and over all its endpoints', async () => {
		await sandbox.settings({ minuteLimit: 2 });
		expect(await statuses(contacts, 1)).toEqual([200]);
		expect(await statuses(accounts, 2)).toEqual([200, 429]);
		expect(await statuses(belgianAccounts, 1)).toEqual([200]);
	});

	test('refused calls are not counted', async () => {
		await sandbox.settings({ minuteLimit: 2 });
		await statuses(accounts, 5);
		expect((await sandbox.limits()).usage).toMatchObject([{ minuteUsed: 2, dayUsed: 2 }]);
		const counted = (await sandbox.log()).map((entry) => entry.counted.day);
		expect(counted).toEqual([true, true, false, false, false]);
	});
});

describe('day', () => {
	test('5000 calls; then only the headers of the day', async () => {
		const { headers } = await api.get(accounts);
		expect(headers['x-ratelimit-limit']).toBe('5000');
		await sandbox.settings({ dayLimit: 1 });
		const refused = await api.get<unknown>(accounts);
		expect([refused.status, refused.data]).toEqual([429, '']);
		expect(rateHeaderNames(refused)).toEqual(dayHeaders);
		expect(refused.headers['x-ratelimit-reset']).toBe('1787097600000');
	});

	test('is a UTC day', async () => {
		await sandbox.settings({ dayLimit: 2 });
		await sandbox.setClock(1787097600000 - 1);
		await signInAgain();
		expect(await statuses(accounts, 3)).toEqual([200, 200, 429]);
		await sandbox.advance(1);
		expect(await statuses(accounts, 1)).toEqual([200]);
	});

	test('wins over the minute when both are spent', async () => {
		await sandbox.settings({ dayLimit: 1, minuteLimit: 1 });
		await api.get(accounts);
		expect(rateHeaderNames(await api.get(accounts))).toEqual(dayHeaders);
	});
});

describe('errors', () => {
	test('ten answers of 404 close the endpoint for an hour', async () => {
		expect(await statuses(missing, 10)).toEqual(Array.from({ length: 10 }, () => 404));
		const blocked = await api.get<unknown>(missing);
		expect([blocked.status, blocked.data]).toEqual([429, 'API rate limit exceeded']);
		await sandbox.advance(HOUR - 1);
		await signInAgain();
		expect(await statuses(missing, 1)).toEqual([429]);
		await sandbox.advance(1);
		expect(await statuses(missing, 1)).toEqual([404]);
	});

	test('only that endpoint, and only in that company', async () => {
		const wrong = accounts.replace('$select=ID', '$select=Nonsense');
		expect(await statuses(wrong, 11)).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
		expect((await api.get(accounts)).status).toBe(429);
		expect((await api.get(contacts)).status).toBe(200);
		expect((await api.get(belgianAccounts)).status).toBe(200);
	});

	test('401 and 403 count as well', async () => {
		const refused = `/${companies.notGranted}/crm/Accounts`;
		expect((await statuses(refused, 11)).at(-1)).toBe(429);
		await sandbox.expireTokens();
		expect((await statuses(accounts, 11)).slice(-2)).toEqual([401, 429]);
	});

	test('business validation does not', async () => {
		const url = `/${companies.dutch}/crm/Accounts`;
		for (let call = 0; call < 12; call++) expect((await api.post(url, {})).status).toBe(500);
		expect((await sandbox.limits()).errors).toEqual([]);
	});

	test('are those of the last hour', async () => {
		await statuses(missing, 9);
		await sandbox.advance(HOUR);
		await signInAgain();
		expect(await statuses(missing, 10)).toEqual(Array.from({ length: 10 }, () => 404));
	});

	test('a second block of the day lasts longer', async () => {
		await sandbox.settings({ errorLimit: 1 });
		await statuses(missing, 1);
		await sandbox.advance(HOUR);
		await signInAgain();
		expect(await statuses(missing, 2)).toEqual([404, 429]);
		await sandbox.advance(HOUR);
		await signInAgain();
		expect(await statuses(missing, 1)).toEqual([429]);
		await sandbox.advance(HOUR);
		await signInAgain();
		expect(await statuses(missing, 1)).toEqual([404]);
	});

	test('are reported with the end of the block', async () => {
		await statuses(missing, 10);
		const { errors } = await sandbox.limits();
		expect(errors).toMatchObject([
			{
				division: companies.dutch,
				endpoint: 'crm/Nothing',
				count: 10,
				blockedUntil: RECORDED + HOUR,
			},
		]);
	});
});
