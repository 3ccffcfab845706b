import { unconnectedCredential } from '../harness/credential.cjs';
import { by, inDivision, NOT_GRANTED } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { MONDAY } from '../harness/world.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => await bench.reset());

const read = inDivision('client', 'getAll', { limit: 1, output: 'raw' });
const tokenCalls = async () =>
	(await bench.sandbox.log()).filter(({ endpoint }) => endpoint === 'oauth2/token');
const LIFE = 600_000;

describe('the login', () => {
	it('is renewed once when ten executions cross its end together', async () => {
		await bench.world.set(MONDAY + LIFE + 1000);
		const results = await Promise.all(
			Array.from({ length: 10 }, async () => await bench.run(read)),
		);
		expect(results.map(({ json }) => json.length)).toEqual(Array.from({ length: 10 }, () => 1));
		expect(await tokenCalls()).toHaveLength(1);
		expect(bench.credential.saves).toBe(1);
	});

	it('is left alone while more than a thirtieth of its life remains', async () => {
		await bench.world.set(MONDAY + LIFE - 21_000);
		await bench.run(read);
		expect(await tokenCalls()).toHaveLength(0);
	});

	it('is renewed in its last twenty seconds, before Exact refuses anything', async () => {
		await bench.world.set(MONDAY + LIFE - 19_000);
		await bench.run(read);
		expect(await bench.calls()).toEqual(['POST oauth2/token 200', 'GET crm/Accounts 200']);
	});

	it('goes on with the living token when the early renewal does not work out, and tries it once', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'oauth2/token' }, times: 9, fault: { kind: 'status', status: 500 } },
		]);
		await bench.world.set(MONDAY + LIFE - 19_000);
		expect((await bench.run(read)).json).toHaveLength(1);
		expect((await bench.run(read)).json).toHaveLength(1);
		expect(await tokenCalls()).toHaveLength(1);
	});

	it('survives a token endpoint that is out of order for a moment', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'oauth2/token' }, times: 2, fault: { kind: 'status', status: 503 } },
		]);
		await bench.world.set(MONDAY + LIFE + 1000);
		expect((await bench.run(read)).json).toHaveLength(1);
	});

	it('makes no token call for a company that was not granted', async () => {
		const error = await bench.fail({ ...read, division: by('id', NOT_GRANTED) });
		expect(error.context.code).toBe('DIVISION_UNKNOWN');
		expect(error.context.details).toMatchObject({
			division: NOT_GRANTED,
			reason: 'NoDivisionAccess',
		});
		expect(await tokenCalls()).toHaveLength(0);
	});

	it('makes no token call for a 401 that means a right', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'crm/Accounts' }, times: 9, fault: { kind: 'status', status: 401 } },
		]);
		const error = await bench.fail(read);
		expect(error.context.code).toBe('FORBIDDEN');
		expect(await tokenCalls()).toHaveLength(0);
		expect(await bench.calls()).toEqual(['GET crm/Accounts 401', 'GET current/Me 200']);
	});

	it('is renewed when it died before its time', async () => {
		await bench.sandbox.generate(2104587, 'Accounts', 3000);
		await bench.world.set(MONDAY + LIFE - 25_000);
		await bench.sandbox.expireTokens();
		const { json } = await bench.run(
			inDivision('client', 'getAll', { returnAll: true, output: 'raw' }),
		);
		expect(json.length).toBeGreaterThan(1000);
		expect(await tokenCalls()).toHaveLength(1);
	});

	it('is renewed by a read before a write where no expiry is stored: core must not repeat the write', async () => {
		const tokens = bench.credential.data.oauthTokenData as Record<string, unknown>;
		delete tokens.n8n_expires_at;
		await bench.world.set(MONDAY + LIFE + 1000);
		const create = inDivision('apiRequest', 'send', {
			method: 'POST',
			path: 'crm/Accounts',
			body: { Name: 'Once BV' },
		});
		expect((await bench.run(create)).json).toHaveLength(1);
		expect(await bench.calls()).toEqual([
			'GET current/Me 401',
			'POST oauth2/token 200',
			'GET current/Me 200',
			'POST crm/Accounts 201',
		]);
	});

	it('is left to n8n where no expiry is stored (n8n before 2.33)', async () => {
		const tokens = bench.credential.data.oauthTokenData as Record<string, unknown>;
		delete tokens.n8n_expires_at;
		await bench.world.set(MONDAY + LIFE + 1000);
		expect((await bench.run(read)).json).toHaveLength(1);
		expect(await tokenCalls()).toHaveLength(1);
	});
});

describe('a login that is gone', () => {
	const reconnect = { cause: 'credential-invalid' };

	it('asks to connect a credential that never was', async () => {
		const error = await bench.fail(read, { credential: unconnectedCredential(bench.sandbox) });
		expect(error.message).toBe('The Exact Online credential is not connected yet');
		expect(error.failure).toEqual(reconnect);
		expect(await bench.calls()).toEqual([]);
	});

	it('asks to reconnect after a broken chain', async () => {
		await bench.sandbox.revokeTokens();
		await bench.world.set(MONDAY + LIFE + 1000);
		const error = await bench.fail(read);
		expect(error.context.code).toBe('RECONNECT');
		expect(error.failure).toEqual(reconnect);
	});

	it('asks to reconnect when it was withdrawn before its time', async () => {
		await bench.sandbox.revokeTokens();
		await bench.sandbox.expireTokens();
		const error = await bench.fail(read);
		expect(error.context.code).toBe('RECONNECT');
		expect(error.failure).toEqual(reconnect);
	});

	it('is asked for once, not once for each of many items', async () => {
		await bench.sandbox.revokeTokens();
		await bench.world.set(MONDAY + LIFE + 1000);
		const items = Array.from({ length: 50 }, () => ({}));
		const { json } = await bench.run(read, { items, continueOnFail: true });
		expect(json.every(({ code }) => code === 'RECONNECT')).toBe(true);
		expect(await tokenCalls()).toHaveLength(1);
	});

	it('asks to reconnect when somebody else used the refresh token', async () => {
		await bench.run(read);
		const stolen = structuredClone(bench.credential.data.oauthTokenData ?? {});
		await bench.world.set(MONDAY + LIFE + 1000);
		await bench.run(read);
		bench.credential.data.oauthTokenData = stolen;
		const error = await bench.fail(read);
		expect(error.context.code).toBe('RECONNECT');
	});

	it('asks to reconnect after thirty days without use', async () => {
		await bench.world.set(MONDAY + 31 * 24 * 3_600_000);
		expect((await bench.fail(read)).context.code).toBe('RECONNECT');
	});

	it('does not ask to reconnect when Exact says that the token is not expired: our clock is ahead', async () => {
		const tokens = bench.credential.data.oauthTokenData as Record<string, unknown>;
		tokens.n8n_expires_at = String(MONDAY - 1000);
		expect((await bench.run(read)).json).toHaveLength(1);
	});

	it('does not ask to reconnect when the token endpoint is down', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'oauth2/token' }, times: 99, fault: { kind: 'status', status: 503 } },
		]);
		await bench.world.set(MONDAY + LIFE + 1000);
		const error = await bench.fail(read);
		expect(error.context.code).toBe('LOGIN');
		expect(error.failure?.cause).toBe('temporarily-unavailable');
	});
});
