import { by, BE, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { MONDAY } from '../harness/world.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => await bench.reset());

const everyClient = inDivision('client', 'getAll', { returnAll: true });
const oneClient = inDivision('client', 'getAll', { limit: 1, output: 'raw' });

describe('60 calls a minute', () => {
	it('reads 100,000 rows without a 429, in the minutes that it takes', async () => {
		await bench.sandbox.settings({ minuteLimit: 60 });
		const before = (await bench.run(everyClient)).json.length;
		await bench.sandbox.generate(NL, 'Accounts', 200_000);
		await bench.sandbox.clearLog();
		const { items, hints } = await bench.run(
			inDivision('client', 'getAll', {
				returnAll: true,
				output: 'selected',
				fieldsToReturn: ['name'],
			}),
		);
		const log = await bench.sandbox.log();
		expect(items.length - before).toBeGreaterThanOrEqual(100_000);
		expect(log).toHaveLength(Math.ceil(items.length / 1000));
		expect(log.filter(({ status }) => status === 429)).toEqual([]);
		const minutes = (bench.world.now() - MONDAY) / 60_000;
		expect(minutes).toBeLessThanOrEqual(Math.ceil(log.length / 60));
		expect(hints).toEqual([expect.stringMatching(/^Waited \d+ seconds for Exact Online's limits/)]);
	}, 60_000);

	it('waits out a 429 that others caused, and repeats the call', async () => {
		await bench.sandbox.faults([
			{
				match: { path: 'bulk/CRM/Accounts' },
				fault: {
					kind: 'status',
					status: 429,
					headers: {
						'X-RateLimit-Minutely-Limit': '60',
						'X-RateLimit-Minutely-Remaining': '0',
						'X-RateLimit-Minutely-Reset': String(MONDAY + 40_000),
					},
				},
			},
		]);
		const { json } = await bench.run(everyClient);
		expect(json.length).toBeGreaterThan(0);
		expect(bench.world.now() - MONDAY).toBeGreaterThanOrEqual(40_000);
		expect(bench.world.now() - MONDAY).toBeLessThan(42_000);
	});

	it('waits a minute for a 429 without any header', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'bulk/CRM/Accounts' }, fault: { kind: 'status', status: 429 } },
		]);
		await bench.run(everyClient);
		expect(bench.world.now() - MONDAY).toBeLessThan(62_000);
	});

	it('takes a 429 of the minute for what it is, whatever its text', async () => {
		const headers = {
			'X-RateLimit-Minutely-Remaining': '0',
			'X-RateLimit-Minutely-Reset': String(MONDAY + 40_000),
		};
		const fault = {
			kind: 'status',
			status: 429,
			headers,
			body: 'API rate limit exceeded',
		} as const;
		await bench.sandbox.faults([{ match: { path: 'bulk/CRM/Accounts' }, fault }]);
		expect((await bench.run(everyClient)).json.length).toBeGreaterThan(0);
	});

	it('waits for current/Me as for any other path', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'current/Me' }, times: 2, fault: { kind: 'status', status: 429 } },
		]);
		await bench.run(everyClient);
		expect(bench.world.now() - MONDAY).toBeGreaterThan(60_000);
	});

	it('does not call a pause for another reason a limit', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'bulk/CRM/Accounts' }, times: 4, fault: { kind: 'status', status: 503 } },
		]);
		expect((await bench.run(everyClient)).hints).toEqual([]);
	});

	it('gives up after ten minutes of refusals, saying when to go on', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'bulk/CRM/Accounts' }, times: 100, fault: { kind: 'status', status: 429 } },
		]);
		const error = await bench.fail(everyClient);
		expect(error.context.code).toBe('RATE_LIMIT');
		expect(error.failure?.cause).toBe('rate-limited');
	});

	it('stops waiting at once when the execution is stopped', async () => {
		await bench.sandbox.settings({ minuteLimit: 1 });
		const stop = new AbortController();
		const sleep = bench.world.sleep.bind(bench.world);
		bench.world.sleep = async (ms, signal) => {
			stop.abort();
			await sleep(ms, signal);
		};
		const error = await bench.fail(everyClient, {
			signal: stop.signal,
			items: [{}, {}],
			continueOnFail: true,
		});
		expect(error.context.code).toBe('CANCELLED');
		expect(bench.world.now()).toBe(MONDAY);
	});

	it('tells a list in the editor when it will work again, instead of waiting', async () => {
		await bench.sandbox.settings({ minuteLimit: 1 });
		await bench.run(oneClient);
		const search = bench.search('searchClients', inDivision('client', 'get'));
		await expect(search).rejects.toMatchObject({
			message: "Exact Online's limit of calls per minute is reached",
			description: expect.stringContaining('09:01:00 UTC'),
		});
		expect(bench.world.now()).toBe(MONDAY);
	});

	it('keeps several executions within the same minute', async () => {
		await bench.sandbox.settings({ minuteLimit: 20 });
		const runs = Array.from({ length: 10 }, async () => {
			for (let round = 0; round < 6; round++) await bench.run(oneClient);
		});
		await Promise.all(runs);
		const log = await bench.sandbox.log();
		expect(log.filter(({ status }) => status === 200)).toHaveLength(60);
		expect(log.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(10);
	});
});

describe('5,000 calls a day', () => {
	it('stops in one call, with the time at which it goes on, and lets other divisions work', async () => {
		await bench.sandbox.settings({ dayLimit: 3 });
		for (let call = 0; call < 3; call++) await bench.run(oneClient);
		await bench.sandbox.clearLog();
		const error = await bench.fail(oneClient);
		expect(error.context.code).toBe('DAY_LIMIT');
		expect(error.description).toContain('2026-03-17 00:00 UTC');
		expect(error.failure).toEqual({
			cause: 'quota-exhausted',
			resetsAtEpochMs: Date.UTC(2026, 2, 17),
		});
		expect((await bench.calls()).length).toBeLessThanOrEqual(1);
		const other = await bench.run({ ...oneClient, division: by('id', BE) });
		expect(other.json).toHaveLength(1);
	});

	it('hears of it from the answer of another app’s making: one call, then none', async () => {
		await bench.sandbox.faults([
			{
				match: { path: 'crm/Accounts' },
				times: 9,
				fault: {
					kind: 'status',
					status: 429,
					headers: {
						'X-RateLimit-Remaining': '0',
						'X-RateLimit-Reset': String(Date.UTC(2026, 2, 17)),
					},
				},
			},
		]);
		const { json } = await bench.run(oneClient, { items: [{}, {}, {}], continueOnFail: true });
		expect(json.map(({ code }) => code)).toEqual(['DAY_LIMIT', 'DAY_LIMIT', 'DAY_LIMIT']);
		expect(await bench.calls()).toEqual(['GET crm/Accounts 429']);
	});

	it('goes on after midnight UTC', async () => {
		await bench.sandbox.settings({ dayLimit: 1 });
		await bench.run(oneClient);
		await bench.world.set(Date.UTC(2026, 2, 17, 0, 0, 1));
		expect((await bench.run(oneClient)).json).toHaveLength(1);
	});
});

describe('ten refused calls an hour', () => {
	const wrong = inDivision('apiRequest', 'send', {
		method: 'GET',
		path: 'crm/Accounts',
		query: '$select=NoSuchField',
	});

	it('stops after eight on one endpoint, says until when, and goes on after the hour', async () => {
		const items = Array.from({ length: 12 }, () => ({}));
		const { json } = await bench.run(wrong, { items, continueOnFail: true });
		expect(json.filter(({ code }) => code === 'ERROR_LIMIT')).toHaveLength(4);
		expect((await bench.sandbox.log()).filter(({ counted }) => counted.error)).toHaveLength(8);
		expect(json[11]?.details).toMatchObject({
			description: expect.stringContaining('until 2026-03-16 10:00 UTC'),
		});
		await bench.world.set(MONDAY + 3_600_001);
		expect((await bench.fail(wrong)).context.code).not.toBe('ERROR_LIMIT');
	});

	it('says at once when Exact has closed the endpoint for the hour, without waiting for the minute', async () => {
		await bench.sandbox.faults([
			{
				match: { path: 'crm/Accounts' },
				fault: { kind: 'status', status: 429, body: 'API rate limit exceeded' },
			},
		]);
		const error = await bench.fail(oneClient);
		expect(error.context.code).toBe('ERROR_LIMIT');
		const other = inDivision('apiRequest', 'send', {
			method: 'GET',
			path: 'crm/Contacts',
			query: '$select=ID',
			limit: 1,
		});
		await bench.run(other);
		expect(bench.world.now()).toBe(MONDAY);
	});

	it('lets other endpoints and divisions work', async () => {
		await bench.run(wrong, { items: Array.from({ length: 9 }, () => ({})), continueOnFail: true });
		const other = inDivision('apiRequest', 'send', {
			method: 'GET',
			path: 'crm/Contacts',
			query: '$select=ID',
			limit: 1,
		});
		expect((await bench.run(other)).json).toHaveLength(1);
		expect((await bench.run({ ...oneClient, division: by('id', BE) })).json).toHaveLength(1);
	});
});
