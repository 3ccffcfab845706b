import { bookingWrites, reads, writes, type CallKind } from '../harness/callKinds.cjs';
import { NL } from '../harness/inputs.cjs';
import { Bench, type RunResult } from '../harness/n8n.cjs';
import type { Fault } from '../harness/sandbox.cjs';
import { purchase, sale } from './attaching.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
/** Enough for four pages of clients. */
const fresh = async () => {
	await bench.reset();
	await bench.sandbox.generate(NL, 'Accounts', 6000);
};
beforeEach(fresh);

/** What each kind of call answers when nothing goes wrong; it can be made again then. */
const undisturbed = new Map<string, unknown>();
const expectedOf = async ({ name, parameters, prepare }: CallKind) => {
	await prepare?.(bench.sandbox);
	const known = undisturbed.get(name);
	if (known !== undefined) return known;
	const found = contentOf(await bench.run(parameters));
	undisturbed.set(name, found);
	await fresh();
	await prepare?.(bench.sandbox);
	return found;
};
/** Items with what is in their files; of which kind a file is, the answer itself says. */
const contentOf = ({ items }: RunResult) =>
	items.map(({ json, binary }) => ({ json, content: binary?.data?.data }));

/** Faults that pass, and after which the same call works. */
const passing: Fault[] = [
	{ kind: 'status', status: 429 },
	{ kind: 'status', status: 502 },
	{ kind: 'status', status: 503, body: '<html>Maintenance</html>' },
	{ kind: 'status', status: 504 },
	{ kind: 'reset', when: 'before' },
	{ kind: 'reset', when: 'after' },
	{ kind: 'truncate' },
	{ kind: 'html' },
	{ kind: 'expired' },
];
const nameOf = (fault: Fault) => Object.values(fault).join(' ');
const readCases = reads.flatMap((kind) =>
	passing.map((fault) => ({ kind, fault, name: nameOf(fault) })),
);
const isRefused = ({ kind, fault }: { kind: CallKind; fault: Fault }) =>
	kind.refusesPages === true && fault.kind === 'html';

describe('a read', () => {
	const kept = readCases.filter((one) => !isRefused(one));
	it.each(kept)('$kind.name x $name: the right result', async ({ kind, fault }) => {
		const expected = await expectedOf(kind);
		await bench.sandbox.faults([{ match: kind.match, skip: kind.skip, fault }]);
		expect(contentOf(await bench.run(kind.parameters))).toEqual(expected);
		expect((await bench.sandbox.log()).map((call) => call.fault)).toContain(fault.kind);
	});

	it.each(readCases.filter(isRefused))(
		'$kind.name x $name: no file that is a web page',
		async ({ kind, fault }) => {
			await kind.prepare?.(bench.sandbox);
			await bench.sandbox.faults([{ match: kind.match, fault }]);
			expect((await bench.fail(kind.parameters)).context.code).toBe('DOWNLOAD');
		},
	);

	it.each(reads)('$name x 503 that stays: an error, and no rows', async (kind) => {
		await kind.prepare?.(bench.sandbox);
		const fault: Fault = { kind: 'status', status: 503 };
		await bench.sandbox.faults([{ match: kind.match, skip: kind.skip, times: 99, fault }]);
		const { json } = await bench.run(kind.parameters, { continueOnFail: true });
		expect(json).toEqual([expect.objectContaining({ code: 'UNAVAILABLE' })]);
		const failed = (await bench.sandbox.log()).filter(({ status }) => status === 503);
		expect(failed).toHaveLength(5);
	});

	it.each(reads)('$name x a content type that is not JSON: the right result', async (kind) => {
		const expected = await expectedOf(kind);
		const fault: Fault = { kind: 'contentType', value: 'text/plain' };
		await bench.sandbox.faults([{ match: kind.match, skip: kind.skip, fault }]);
		expect(contentOf(await bench.run(kind.parameters))).toEqual(expected);
	});

	it.each(reads)('$name x a redirect: the token does not follow', async (kind) => {
		await kind.prepare?.(bench.sandbox);
		const location = `${bench.sandbox.url.replace('127.0.0.1', 'localhost')}/api/v1/elsewhere`;
		await bench.sandbox.faults([
			{ match: kind.match, skip: kind.skip, fault: { kind: 'redirect', location } },
		]);
		const error = await bench.fail(kind.parameters);
		expect(error.message).not.toContain('undefined');
		expect((await bench.sandbox.log()).filter(({ path }) => path.includes('elsewhere'))).toEqual(
			[],
		);
	});

	const [, everyClient] = reads.map(({ parameters }) => parameters);

	it('stops when a page points back to itself', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'bulk/CRM/Accounts' }, fault: { kind: 'nextLoop' } },
		]);
		const error = await bench.fail(everyClient!);
		expect(error.message).toContain('a page points back to an earlier one');
	});

	it('does not carry the token to another host', async () => {
		const fault: Fault = {
			kind: 'nextHost',
			host: bench.sandbox.url.replace('127.0.0.1', 'localhost'),
		};
		await bench.sandbox.faults([{ match: { path: 'bulk/CRM/Accounts' }, fault }]);
		const error = await bench.fail(everyClient!);
		expect(error.message).toContain('the next page lies on another host');
	});

	it('goes on after an empty page in the middle', async () => {
		const { json: expected } = await bench.run(everyClient!);
		await bench.sandbox.faults([
			{ match: { path: 'bulk/CRM/Accounts' }, skip: 1, fault: { kind: 'emptyPage' } },
		]);
		const { json } = await bench.run(everyClient!);
		expect(json[json.length - 1]).toEqual(expected[expected.length - 1]);
	});
});

/** Faults after which nobody knows whether a write was carried out. */
const uncertain: Fault[] = [
	{ kind: 'reset', when: 'before' },
	{ kind: 'reset', when: 'after' },
	{ kind: 'truncate' },
	{ kind: 'html' },
	{ kind: 'empty500' },
	{ kind: 'status', status: 502 },
	{ kind: 'status', status: 503 },
	{ kind: 'status', status: 504 },
];

describe('a write', () => {
	const plainNames = ['POST', 'PUT', 'DELETE'] as const;
	const kindNames = [...plainNames, 'invoice', 'file', 'document'] as const;
	const cases = kindNames.flatMap((name) =>
		uncertain.map((fault) => ({ name, fault, what: nameOf(fault) })),
	);
	const kindOf = async (name: string) => {
		const accounts = await bench.sandbox.records(NL, 'Accounts');
		const unused = accounts[accounts.length - 1];
		const [sold, bought] = [await sale(bench), await purchase(bench)];
		const booking = bookingWrites(String(sold.EntryID), String(bought.EntryID));
		return [...writes(String(unused?.ID)), ...booking].find((kind) => kind.name === name)!;
	};
	const sent = async ({ match }: CallKind) =>
		(await bench.sandbox.log()).filter(
			({ method, endpoint }) => method === match.method && endpoint === match.path,
		);

	it.each(cases)(
		'$name x $what: sent once, and says that it may have been carried out',
		async ({ name, fault }) => {
			const kind = await kindOf(name);
			await bench.sandbox.faults([{ match: kind.match, fault }]);
			const { parameters, files, isLookedFor } = kind;
			const carriedOut = fault.kind === 'truncate' || nameOf(fault) === 'reset after';
			if (isLookedFor === true && carriedOut) {
				expect((await bench.run(parameters, { files })).json).toHaveLength(1);
			} else {
				const error = await bench.fail(parameters, { files });
				// A 204 has no body: nothing can be cut off.
				expect(error.context.code).toBe('UNKNOWN_OUTCOME');
			}
			expect(await sent(kind)).toHaveLength(1);
		},
	);

	it.each(kindNames)('%s x 429: waits, and is carried out once', async (name) => {
		const kind = await kindOf(name);
		const { parameters, files, match } = kind;
		await bench.sandbox.faults([{ match, fault: { kind: 'status', status: 429 } }]);
		expect((await bench.run(parameters, { files })).json).toHaveLength(1);
		expect((await sent(kind)).map(({ status }) => status >= 400)).toEqual([true, false]);
	});

	it.each(plainNames)('%s x a login that ended on the way: sent once', async (name) => {
		const kind = await kindOf(name);
		await bench.sandbox.expireTokens();
		const error = await bench.fail(kind.parameters);
		expect(error.context.code).toBe('UNKNOWN_OUTCOME');
		const sent = (await bench.sandbox.log()).filter(({ method }) => method === name);
		expect(sent.filter(({ endpoint }) => endpoint !== 'oauth2/token')).toHaveLength(1);
	});

	it('a refused content is Exact’s own text, sent once', async () => {
		const kind = await kindOf('POST');
		const error = await bench.fail({ ...kind.parameters, body: '{"Code": "88002"}' });
		expect(error.context).toMatchObject({
			code: 'PARAM_REQUIRED',
			details: { exactText: expect.stringContaining('Mandatory') },
		});
		expect(await bench.calls()).toHaveLength(1);
	});
});
