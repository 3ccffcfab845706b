import axios from 'axios';
import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import {
	apiClient,
	companies,
	consent,
	exchange,
	redirectUri,
	refresh,
	sendForm,
	signedIn,
	tokenCall,
} from './exactApp.cjs';

/*
 * OAuth2 as Exact's knowledge base describes it ("OAuth, steps 1 to 3", "API limits"), and the errors of the
 * token endpoint as users of several client libraries have reported them.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const brokenChain = {
	error: 'invalid_grant',
	error_description: 'Token is not allowed, because of invalid or empty chainId',
};

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.setClock(START);
});

function authPage(parameters: Record<string, string>) {
	return axios.get<string>(`${sandbox.url}/api/oauth2/auth`, {
		params: { client_id: sandbox.clientId, response_type: 'code', ...parameters },
		validateStatus: () => true,
	});
}

describe('consent', () => {
	test('a person chooses from the companies that they may open', async () => {
		const { status, data, headers } = await authPage({ redirect_uri: redirectUri });
		expect(status).toBe(200);
		expect(headers['content-type']).toContain('text/html');
		expect(data).toContain('Brouwerij De Linde BV');
		expect(data).toContain('Rijwielfabriek Van Dam B.V.');
		expect(data).not.toContain(String(companies.notGranted));
	});

	test('a redirect address must use https, or be on this machine', async () => {
		const statusFor = async (uri: string): Promise<number> =>
			(await authPage({ redirect_uri: uri })).status;
		expect(await statusFor('http://n8n.example/callback')).toBe(401);
		expect(await statusFor('not an address')).toBe(401);
		expect(await statusFor('https://n8n.example/callback')).toBe(200);
		expect(await statusFor('http://localhost:5678/callback')).toBe(200);
	});

	test('the page says that Exact itself refuses http', async () => {
		const note = /real Exact\s+Online takes https/;
		const plain = await authPage({ redirect_uri: 'http://localhost:5678/callback' });
		expect(plain.data).toMatch(note);
		expect((await authPage({ redirect_uri: redirectUri })).data).not.toMatch(note);
	});

	test('an unknown app gets no page', async () => {
		const answer = await authPage({ redirect_uri: redirectUri, client_id: '{other}' });
		expect(answer.status).toBe(401);
	});

	test('the browser is sent back with code and state, or with a denial', async () => {
		const allowed = await consent(sandbox, [companies.dutch]);
		expect(allowed.href.startsWith(redirectUri)).toBe(true);
		expect(allowed.searchParams.get('state')).toBe('state & more');
		expect(allowed.searchParams.get('code')).toMatch(/^XTzM!IAAAA/);
		const denied = await consent(sandbox, [companies.dutch], 'deny');
		expect(denied.searchParams.get('error')).toBe('access_denied');
		expect(denied.searchParams.get('code')).toBeNull();
	});

	test('the token reaches the companies that were ticked, and no others', async () => {
		const code = (await consent(sandbox, [companies.belgian])).searchParams.get('code') ?? '';
		const { data } = await exchange(sandbox, code);
		const api = apiClient(sandbox, data.access_token);
		const accounts = 'crm/Accounts?$select=ID&$top=1';
		const other = await api.get(`/${companies.dutch}/${accounts}`);
		expect(other.status).toBe(403);
		expect(other.headers['reason']).toBe('NoDivisionAccess');
		expect((await api.get(`/${companies.belgian}/${accounts}`)).status).not.toBe(403);
	});
});

describe('code', () => {
	const newCode = async (): Promise<string> =>
		(await consent(sandbox, [companies.dutch])).searchParams.get('code') ?? '';

	test('gives a token pair; the life is text', async () => {
		const { status, data } = await exchange(sandbox, await newCode());
		expect(status).toBe(200);
		expect(data).toEqual({
			access_token: expect.any(String),
			token_type: 'bearer',
			expires_in: '600',
			refresh_token: expect.any(String),
		});
	});

	test('works once', async () => {
		const code = await newCode();
		expect((await exchange(sandbox, code)).status).toBe(200);
		const again = await exchange(sandbox, code);
		expect([again.status, again.data]).toEqual([400, brokenChain]);
	});

	test('is valid for three minutes', async () => {
		const [first, second] = [await newCode(), await newCode()];
		await sandbox.advance(3 * MINUTE);
		expect((await exchange(sandbox, first)).status).toBe(200);
		await sandbox.advance(1);
		const late = await exchange(sandbox, second);
		expect([late.status, late.data]).toEqual([400, brokenChain]);
	});

	test('must be decoded exactly once', async () => {
		const code = await newCode();
		expect((await exchange(sandbox, encodeURIComponent(code).replace('!', '%21'))).status).toBe(
			400,
		);
	});

	test('is bound to its redirect address', async () => {
		const answer = await exchange(sandbox, await newCode(), 'https://other.example/callback');
		expect([answer.status, answer.data]).toEqual([400, brokenChain]);
	});

	test('needs the secret in the body; Basic authentication is not read', async () => {
		const code = await newCode();
		const basic = Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`).toString('base64');
		const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
		const headers = { Authorization: `Basic ${basic}` };
		expect((await sendForm(sandbox, 'token', fields, headers)).status).toBe(401);
	});
});

describe('refresh', () => {
	test('is refused before 570 of 600 seconds', async () => {
		const tokens = await sandbox.issueTokens();
		await sandbox.advance(570_000 - 1);
		const { status, data, headers } = await refresh(sandbox, tokens.refresh_token);
		expect(status).toBe(400);
		expect(data).toEqual({
			error: 'access_denied',
			error_description: 'Rate limit exceeded: access_token not expired',
		});
		expect(headers['reason']).toBe(
			'TooEarlyToRefreshTokens: Rate limit exceeded: access_token not expired',
		);
		await sandbox.advance(1);
		expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
	});

	test('can be scaled down with the life of a token', async () => {
		await sandbox.settings({ tokenLife: 20 });
		const tokens = await sandbox.issueTokens();
		expect(tokens.expires_in).toBe('20');
		await sandbox.advance(18_999);
		expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(400);
		await sandbox.advance(1);
		expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
	});

	test('counts from the token before, not from the first', async () => {
		const tokens = await sandbox.issueTokens();
		await sandbox.advance(600_000);
		const { data } = await refresh(sandbox, tokens.refresh_token);
		expect(data.refresh_token).not.toBe(tokens.refresh_token);
		expect((await refresh(sandbox, data.refresh_token)).status).toBe(400);
	});

	test('kills the refresh token that it was made with', async () => {
		const tokens = await sandbox.issueTokens();
		await sandbox.advance(600_000);
		await refresh(sandbox, tokens.refresh_token);
		const { status, data } = await refresh(sandbox, tokens.refresh_token);
		expect(status).toBe(401);
		expect(data).toEqual({
			error: 'unauthorized_client',
			error_description: 'Old refresh token used.',
		});
	});

	test.each([
		['strict', 400],
		['lenient', 200],
	] as const)(
		'reuse of an old one in profile %s: the chain answers %i',
		async (profile, status) => {
			await sandbox.reset({ profile });
			await sandbox.setClock(START);
			const tokens = await sandbox.issueTokens();
			await sandbox.advance(600_000);
			const { data } = await refresh(sandbox, tokens.refresh_token);
			await refresh(sandbox, tokens.refresh_token);
			await sandbox.advance(600_000);
			expect((await refresh(sandbox, data.refresh_token)).status).toBe(status);
		},
	);

	test('asks for a new consent when the chain is broken', async () => {
		const tokens = await sandbox.issueTokens();
		await sandbox.revokeTokens();
		await sandbox.advance(600_000);
		const revoked = await refresh(sandbox, tokens.refresh_token);
		expect([revoked.status, revoked.data]).toEqual([400, brokenChain]);
		const unknown = await refresh(sandbox, 'never issued');
		expect([unknown.status, unknown.data]).toEqual([400, brokenChain]);
	});

	test('is possible for 30 days', async () => {
		const tokens = await sandbox.issueTokens();
		await sandbox.advance(30 * DAY);
		const { status, data } = await refresh(sandbox, tokens.refresh_token);
		expect(status).toBe(400);
		expect(data).toEqual({
			error: 'invalid_request',
			error_description:
				'The refresh token expired at 7/25/2026 10:00:00 AM and it is now 7/25/2026 10:00:00 AM',
		});
	});

	test('is possible at once after all access tokens were made to expire', async () => {
		const tokens = await sandbox.issueTokens();
		await sandbox.expireTokens();
		expect((await apiClient(sandbox, tokens.access_token).get('/current/Me')).status).toBe(401);
		expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
	});

	test('counts towards 200 calls a day, refusals included; the next UTC day starts anew', async () => {
		const tokens = await sandbox.issueTokens();
		for (let call = 1; call <= 200; call++) {
			expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(400);
		}
		await sandbox.advance(600_000);
		expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(429);
		await sandbox.setClock(Date.UTC(2026, 5, 26));
		expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
	});
});

describe('access token', () => {
	test('lives for 600 seconds; then 401 without a body', async () => {
		const api = await signedIn(sandbox);
		await sandbox.advance(600_000 - 1);
		expect((await api.get('/current/Me')).status).toBe(200);
		await sandbox.advance(1);
		const { status, statusText, data } = await api.get<unknown>('/current/Me');
		expect([status, statusText, data]).toEqual([401, 'Authentication Required', '']);
	});

	test('needs the right secret', async () => {
		const tokens = await sandbox.issueTokens();
		await sandbox.advance(600_000);
		const fields = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
		const { status, data } = await tokenCall(sandbox, { ...fields, client_secret: 'wrong' });
		expect(status).toBe(401);
		expect(data).toMatchObject({ error: 'invalid_client' });
	});

	test('another grant type is refused', async () => {
		const { status, data } = await tokenCall(sandbox, { grant_type: 'client_credentials' });
		expect(status).toBe(400);
		expect(data).toMatchObject({ error: 'unsupported_grant_type' });
	});

	test('no token, code or secret gets into the log', async () => {
		const code = (await consent(sandbox, [companies.dutch])).searchParams.get('code') ?? '';
		const { data } = await exchange(sandbox, code);
		await refresh(sandbox, data.refresh_token);
		await authPage({ redirect_uri: redirectUri, state: 'secret-state' });
		await apiClient(sandbox, data.access_token).get('/current/Me', { params: { code } });
		const entries = await sandbox.log();
		expect(entries.map(({ endpoint }) => endpoint)).toEqual([
			...['oauth2/auth', 'oauth2/token', 'oauth2/token', 'oauth2/auth', 'current/Me'],
		]);
		expect(entries[1]?.body).toEqual({ grant_type: 'authorization_code', outcome: 'issued' });
		expect(entries[2]?.body).toEqual({ grant_type: 'refresh_token', outcome: 'too early' });
		const text = decodeURIComponent(JSON.stringify(entries));
		const secrets = [
			code,
			data.access_token,
			data.refresh_token,
			sandbox.clientSecret,
			'secret-state',
		];
		expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
	});
});
