import fc from 'fast-check';
import type { INode } from 'n8n-workflow';

import { explain, exactText, symptomOf } from '../../nodes/ExactOnline/exact/errors/explain.js';
import { explanations } from '../../nodes/ExactOnline/exact/errors/explanations.js';
import {
	dayIsOver,
	minuteIsFull,
	tooManyMistakes,
} from '../../nodes/ExactOnline/exact/errors/limits.js';
import { explainNoReply, unknownOutcome } from '../../nodes/ExactOnline/exact/errors/noAnswer.js';
import {
	nodeError,
	whereabouts,
	type Trouble,
} from '../../nodes/ExactOnline/exact/errors/trouble.js';
import type { Call, NoReply } from '../../nodes/ExactOnline/exact/http/call.js';
import { hostileText } from './hostileText.cjs';

const node: INode = {
	id: '1',
	name: 'Exact Online',
	type: 'n8n-nodes-exactonline.exactOnline',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const place = { endpoint: 'crm/Accounts', division: 123 };
const get: Call = { method: 'GET', url: 'https://x', ...place };
const post: Call = { ...get, method: 'POST' };
const RESETS = Date.UTC(2026, 10, 22, 14, 5, 30);

/** Causes that n8n knows, and which of them have a time at which they end. */
const causes = [
	...['rate-limited', 'quota-exhausted', 'temporarily-unavailable'],
	...['credential-invalid', 'configuration-invalid', 'node-defect'],
];

/** The error as the panel gets it: an object as description leaves the panel empty. */
function shown(trouble: Trouble) {
	const error = nodeError(node, trouble);
	expect(error.message).toBe(trouble.message);
	expect(error.description).toBe(trouble.description);
	expect(error.description).toMatch(/\S/);
	expect(error.context.code).toBe(trouble.code);
	if (trouble.failure !== undefined) expect(causes).toContain(trouble.failure.cause);
	expect(error.failure).toEqual(trouble.failure);
	return error;
}

const statuses = [400, 401, 403, 404, 405, 408, 413, 429, 500, 502, 503, 504];
const odata = (value: string) => ({ error: { code: '', message: { lang: 'nl-NL', value } } });

describe('an answer that is explained', () => {
	test.each(statuses)(
		'with %d has a message, a text and the place, with and without words of Exact',
		(status) => {
			for (const body of ['', undefined, odata('Verplicht: Dagboek.\r\nOngeldig: X')]) {
				const trouble = explain(symptomOf({ status, headers: {}, body }), place);
				const error = shown(trouble);
				expect(error.message).toContain('(crm/Accounts, division 123)');
				expect(error).toHaveProperty('httpCode', `${status}`);
				expect(error.context.details).toMatchObject({ status, ...place });
			}
		},
	);

	test.each(explanations.map((entry) => [entry.name, entry] as const))(
		'%s is shown whole',
		(_, entry) => {
			const { code, advice, message = 'x', failure } = entry;
			const trouble = { code, message, description: advice };
			shown({ ...trouble, ...place, status: 400 });
			shown({ ...trouble, failure: failure === undefined ? undefined : { cause: failure } });
		},
	);

	test("keeps Exact's text and reason, whatever they are", () => {
		const anyStatus = fc.oneof(fc.constantFrom(...statuses), fc.integer({ min: 300, max: 599 }));
		fc.assert(
			fc.property(
				anyStatus,
				hostileText,
				fc.constantFrom(undefined, 'BlockedUser'),
				(status, said, reason) => {
					const text = said.trim();
					if (text === '') return;
					const headers: Record<string, string> = reason === undefined ? {} : { reason };
					const error = shown(explain(symptomOf({ status, headers, body: odata(said) }), place));
					expect(error.description).toContain(`Exact Online says: "${text}"`);
					expect(error.context.details).toMatchObject({ exactText: text });
					if (reason !== undefined) expect(error.description).toContain('(Reason: BlockedUser)');
				},
			),
			{ numRuns: 1500 },
		);
	});

	test('that nobody has described says the first line of Exact, without its period', () => {
		const trouble = explain({ status: 500, text: 'Etwas stimmt nicht.\r\nMehr dazu' }, place);
		expect(trouble).toMatchObject({
			code: 'EXACT',
			message: 'Etwas stimmt nicht (crm/Accounts, division 123)',
		});
	});
});

describe("Exact's text", () => {
	test.each<[unknown, string | undefined]>([
		[odata(' Mandatory: X '), 'Mandatory: X'],
		[{ error: { message: 'plain' } }, 'plain'],
		[
			{ error: 'invalid_grant', error_description: 'Old refresh token used.' },
			'Old refresh token used.',
		],
		[{ error: 'invalid_grant' }, 'invalid_grant'],
		['<error xmlns="x"><code/><message xml:lang="nl">Ongeldig: X</message></error>', 'Ongeldig: X'],
		['API rate limit exceeded', 'API rate limit exceeded'],
		['<!DOCTYPE html><p>x', undefined],
		['<HTML lang="nl">x', undefined],
		[' ', undefined],
		[odata(''), undefined],
		[{ error: { message: { lang: '' } } }, undefined],
		[{ error: null }, undefined],
		[{}, undefined],
		[[], undefined],
		[null, undefined],
		[undefined, undefined],
		[42, undefined],
	])('in %j is %j', (body, expected) => expect(exactText(body)).toBe(expected));

	test('is cut when it is a novel', () => {
		expect(exactText('x'.repeat(100_000))?.length).toBe(2000);
	});
});

describe('no answer', () => {
	const kinds: Array<NoReply['kind']> = ['network', 'timeout', 'incomplete'];

	test.each(kinds)('(%s) to a read may be tried again', (kind) => {
		const error = shown(explainNoReply({ kind, sent: true, detail: 'ECONNRESET x' }, get));
		expect(error.context.code).toBe('UNAVAILABLE');
		expect(error.failure).toEqual({ cause: 'temporarily-unavailable' });
		expect(error.description).toContain('ECONNRESET x');
	});

	test.each(kinds)(
		'(%s) to a write that was sent leaves open whether it was carried out',
		(kind) => {
			const error = shown(explainNoReply({ kind, sent: true, detail: 'x' }, post));
			expect(error.context.code).toBe('UNKNOWN_OUTCOME');
			expect(error.description).toContain('POST');
			// No waiting helps: a person has to look.
			expect(error.failure).toBeUndefined();
		},
	);

	test('to a write that was not sent may be tried again', () => {
		const error = shown(explainNoReply({ kind: 'network', sent: false, detail: 'x' }, post));
		expect(error.context.code).toBe('UNAVAILABLE');
	});

	test('because the execution was stopped says so', () => {
		const stopped = { kind: 'cancelled', sent: false, detail: 'x' } as const;
		expect(shown(explainNoReply(stopped, post)).context.code).toBe('CANCELLED');
	});

	test.each([
		['not_connected', '', 'RECONNECT', 'credential-invalid'],
		['unauthorized_client', 'Old refresh token used.', 'RECONNECT', 'credential-invalid'],
		['invalid_grant', '', 'RECONNECT', 'credential-invalid'],
		['access_denied', 'Rate limit exceeded: access_token not expired', 'LOGIN', 'rate-limited'],
		['', '', 'LOGIN', 'temporarily-unavailable'],
	])('of the token endpoint (%s %s) is %s', (error, description, code, cause) => {
		const refused = {
			kind: 'token',
			sent: false,
			detail: 'x',
			tokenError: { error, description },
		} as const;
		for (const call of [get, post]) {
			const { context, failure } = shown(explainNoReply(refused, call));
			expect([context.code, failure?.cause]).toEqual([code, cause]);
		}
	});
});

describe('a limit', () => {
	test.each([
		[minuteIsFull, 'RATE_LIMIT', 'rate-limited', '14:05:30 UTC'],
		[dayIsOver, 'DAY_LIMIT', 'quota-exhausted', '2026-11-22 14:05 UTC'],
		[tooManyMistakes, 'ERROR_LIMIT', 'rate-limited', '2026-11-22 14:05 UTC'],
	])('%p says when it ends, to people and to n8n', (limit, code, cause, time) => {
		const error = shown(limit(get, RESETS));
		expect(error.context).toMatchObject({ code, details: place });
		expect(error.description).toContain(time);
		expect(error.failure).toEqual({ cause, resetsAtEpochMs: RESETS });
	});
});

describe('the error that n8n shows', () => {
	test.each(['ENOENT', 'EPERM', 'ECONNREFUSED', 'ETIMEDOUT', 'GETADDRINFO', 'Bad Gateway'])(
		'keeps a message that contains %s',
		(word) => {
			const trouble = {
				code: 'EXACT',
				message: `Mandatory: ${word} X`,
				description: `About ${word}`,
			} as const;
			shown(trouble);
			shown({ ...trouble, status: 500 });
		},
	);

	test('carries nothing of the request: neither cause nor response nor headers', () => {
		for (const status of [undefined, 500]) {
			const error = nodeError(node, { code: 'EXACT', message: 'm', description: 'd', status });
			const cause = error.cause as { message?: string } | undefined;
			expect(cause?.message ?? 'm').toBe('m');
			expect(Object.keys(error.context.details as object)).toEqual(
				status === undefined ? [] : ['status'],
			);
			expect(JSON.stringify(error)).not.toMatch(/authorization|bearer|headers|access_token/i);
		}
	});

	test('brings its cause only when it is a defect of this node', () => {
		const cause = new TypeError('x is not a function');
		expect(nodeError(node, { code: 'EXACT', message: 'm', description: 'd' }, cause).cause).toBe(
			cause,
		);
	});

	test.each([
		[{}, ''],
		[{ endpoint: 'crm/Accounts' }, ' (crm/Accounts)'],
		[{ division: 1 }, ' (division 1)'],
		[place, ' (crm/Accounts, division 123)'],
	])('comes from %j', (where, expected) => expect(whereabouts(where)).toBe(expected));

	test('of an unknown outcome names the method', () => {
		expect(unknownOutcome({ ...post, method: 'PUT' }, 'x').description).toContain('the PUT');
	});
});
