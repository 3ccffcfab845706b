import type { Call, NoReply, Outcome, Reply } from '../../nodes/ExactOnline/exact/http/call.js';
import { isGarbled, waitBeforeRepeat } from '../../nodes/ExactOnline/exact/http/retry.js';

const get: Call = { method: 'GET', url: 'https://x/api', endpoint: 'crm/Accounts', division: 1 };
const writes = (['POST', 'PUT', 'DELETE'] as const).map((method) => ({ ...get, method }));

const reply = (
	status: number,
	body: unknown = {},
	type = 'application/json',
): { reply: Reply } => ({
	reply: { status, headers: { 'content-type': type }, body },
});
const noReply = (kind: NoReply['kind'], sent = true, error?: string): Outcome => ({
	noReply: {
		kind,
		sent,
		detail: 'x',
		...(error === undefined ? {} : { tokenError: { error, description: '' } }),
	},
});

const page = '<html>Maintenance</html>';

const passing: Array<[string, Outcome]> = [
	['502', reply(502)],
	['503', reply(503)],
	['504', reply(504)],
	['a web page', reply(200, page, 'text/html; charset=utf-8')],
	['JSON that was cut off', reply(200, '{"d":{"resu', 'application/json;charset=utf-8')],
	['a connection that broke', noReply('network')],
	['no answer in time', noReply('timeout')],
	['half an answer', noReply('incomplete')],
];

const final: Array<[string, Outcome]> = [
	...[200, 201, 204, 301, 400, 401, 403, 404, 405, 408, 409, 413, 429, 500, 501].map(
		(status): [string, Outcome] => [`${status}`, reply(status)],
	),
	['500 without text', reply(500, '', 'text/html')],
	['a stopped execution', noReply('cancelled', false)],
	['a refused login', noReply('token', false, 'invalid_grant')],
];

describe('a read', () => {
	test.each(passing)('is repeated after %s, ever more slowly, four times', (_, outcome) => {
		const waits = [0, 1, 2, 3, 4].map((done) => waitBeforeRepeat(get, outcome, done, 'wait'));
		expect(waits).toEqual([1000, 2000, 4000, 8000, undefined]);
	});

	test.each(passing)('is repeated once after %s where nobody waits', (_, outcome) => {
		const waits = [0, 1, 2].map((done) => waitBeforeRepeat(get, outcome, done, 'refuse'));
		expect(waits).toEqual([1000, undefined, undefined]);
	});

	test.each(final)('is not repeated after %s', (_, outcome) => {
		expect(waitBeforeRepeat(get, outcome, 0, 'wait')).toBeUndefined();
	});
});

describe.each(writes)('a $method', (call) => {
	test.each([...passing, ...final])('is never repeated after %s', (_, outcome) => {
		expect(waitBeforeRepeat(call, outcome, 0, 'wait')).toBeUndefined();
	});

	test('is repeated when it never left this machine', () => {
		expect(waitBeforeRepeat(call, noReply('network', false), 0, 'wait')).toBe(1000);
		expect(waitBeforeRepeat(call, noReply('token', false, ''), 0, 'wait')).toBe(1000);
		expect(waitBeforeRepeat(call, noReply('token', false, 'access_denied'), 0, 'wait')).toBe(
			undefined,
		);
	});
});

describe('a garbled success', () => {
	test.each<[boolean, string, Outcome]>([
		[true, 'a web page', reply(200, page, 'text/html')],
		[true, 'text that should be JSON', reply(201, '{"d":', 'application/json')],
		[false, 'JSON', reply(200, { d: [] })],
		[false, 'a number ($count)', reply(200, '42', 'text/plain')],
		[false, 'no body and no type', { reply: { status: 204, headers: {}, body: '' } }],
		[false, 'an error page', reply(500, page, 'text/html')],
		[false, 'no answer', noReply('timeout')],
	])('is %p for %s', (expected, _, outcome) => {
		expect(isGarbled(outcome)).toBe(expected);
	});
});
