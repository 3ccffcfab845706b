import { giveUpOn } from '../harness/impatience.cjs';
import { inDivision } from '../harness/inputs.cjs';
import {
	cost,
	countOf,
	expectBalanced,
	purchase,
	purchaseCredit,
	revenue,
	runAll,
	sale,
	stored,
} from '../harness/invoices.cjs';
import { Bench, type ShownError } from '../harness/n8n.cjs';
import type { Fault } from '../harness/sandbox.cjs';
import {
	arrived,
	booked,
	everything,
	everyWrite,
	lostAnswers,
	type BookingWrite,
	type Everything,
} from './booking.cjs';

let bench: Bench;
let demo: Everything;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => {
	await bench.reset();
	demo = await everything(bench);
});
afterEach(async () => await expectBalanced(bench));

const POST = { method: 'POST', path: 'purchaseentry/PurchaseEntries' } as const;
const breakWrite = async (fault: Fault, skip = 0, method = 'POST') =>
	await bench.sandbox.faults([{ match: { method, path: 'PurchaseEntries' }, skip, fault }]);
const writes = async (method: string) =>
	(await bench.calls()).filter((call) => call.startsWith(`${method} purchaseentry`));
const counts = async () => {
	const { entries, files } = await booked(bench, demo);
	return { entries: entries.length, files: files.length };
};

describe('a run that somebody stops', () => {
	const silent: Fault = { kind: 'timeout', when: 'after' };

	/** Stops the run as soon as Exact has carried out the write. */
	async function stopDuring(write: BookingWrite): Promise<ShownError> {
		const { method, path, skip = 0 } = write.match;
		await bench.sandbox.faults([{ match: { method, path: `${path}$` }, skip, fault: silent }]);
		const stop = new AbortController();
		const { parameters, files } = write;
		const failing = bench.fail(parameters, { files, signal: stop.signal });
		await arrived(bench, write.match);
		stop.abort();
		return await failing;
	}

	it.each(everyWrite)('before $name: sends nothing at all', async (write) => {
		const stop = new AbortController();
		stop.abort();
		const { parameters, files } = write;
		const error = await bench.fail(parameters, { files, signal: stop.signal });
		expect(error.context.code).toBe('CANCELLED');
		expect(await bench.calls()).toEqual([]);
	});

	it.each(everyWrite)(
		'during $name: says what may be there; a rerun adds it once',
		async (write) => {
			const error = await stopDuring(write);
			expect(error.context.code).toBe('CANCELLED');
			expect(error.description).toContain(`The POST that was under way may have been carried out`);
			expect(error.description).toContain(write.match.path);
			const { length } = await bench.calls();
			await bench.world.set(bench.world.now() + 60_000);
			expect(await bench.calls()).toHaveLength(length);
			if (!write.isKeyed) return;
			const { parameters, files } = write;
			if (write.flips === true) {
				// It came out with the wrong sign, and nobody could look.
				expect((await bench.fail(parameters)).context.code).toBe('CONFLICT');
			} else {
				expect((await bench.run(parameters, { files })).json).toEqual([
					expect.objectContaining({ alreadyBooked: true }),
				]);
			}
			expect(await counts()).toEqual(write.leaves);
		},
	);

	it.each(everyWrite.filter(({ isKeyed }) => isKeyed))(
		'during the look-ups after $name: looks no further, and a rerun adds nothing',
		async (write) => {
			const { match, parameters, files } = write;
			const { method, path, skip = 0 } = match;
			const fault: Fault = { kind: 'reset', when: 'after' };
			await bench.sandbox.faults([{ match: { method, path: `${path}$` }, skip, fault }]);
			const stop = new AbortController();
			jest.spyOn(bench.world, 'sleep').mockImplementationOnce(async () => stop.abort());
			const error = await bench.fail(parameters, { files, signal: stop.signal });
			expect(error.context.code).toBe('CANCELLED');
			const calls = await bench.calls();
			expect(calls.at(-1)).toBe(`POST ${path} 201`);
			if (write.flips === true) return;
			expect((await bench.run(parameters, { files })).json).toHaveLength(1);
			expect(await counts()).toEqual(write.leaves);
		},
	);

	it('sends none of the later items, though the node goes on after errors', async () => {
		await breakWrite(silent, 1);
		const stop = new AbortController();
		const all = ['S-1', 'S-2', 'S-3'].map((reference) => purchase(reference));
		const running = runAll(bench, all, { signal: stop.signal, continueOnFail: true }).then(
			() => 'went on',
			(error: ShownError) => error.context.code,
		);
		await arrived(bench, POST, 2);
		stop.abort();
		expect(await running).toBe('CANCELLED');
		expect(await writes('POST')).toHaveLength(2);
		const again = await runAll(bench, all);
		expect(again.json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([true, true, false]);
	});
});

describe('the other items, when an answer gets lost', () => {
	const all = ['O-1', 'O-2', 'O-3'].map((reference) => purchase(reference));
	const never = lostAnswers.filter(({ foundAfter }) => foundAfter === undefined);
	afterEach(() => restore());
	let restore = () => {};
	const lose = async (fault: Fault) => {
		restore = giveUpOn({ ...POST, skip: 1 });
		await breakWrite(fault, 1);
	};

	it.each(never)('$name: stay unsent, when the node stops at errors', async ({ fault }) => {
		await lose(fault);
		const error = await runAll(bench, all).then(
			() => undefined,
			(shown: ShownError) => shown,
		);
		expect(error?.context).toMatchObject({ code: 'UNKNOWN_OUTCOME', itemIndex: 1 });
		expect(await writes('POST')).toHaveLength(2);
		expect(await countOf(bench, 'O-1')).toBe(1);
		await bench.world.set(bench.world.now() + 360_000);
		const { json } = await runAll(bench, all);
		const late = fault.kind === 'timeout';
		expect(json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([true, late, false]);
		expect(await counts()).toEqual({ entries: 3, files: 0 });
	});

	it.each(never)('$name: are booked, when the node goes on', async ({ fault }) => {
		await lose(fault);
		const { json } = await runAll(bench, all, { continueOnFail: true });
		expect(json.map(({ code, alreadyBooked }) => code ?? alreadyBooked)).toEqual([
			false,
			'UNKNOWN_OUTCOME',
			false,
		]);
		expect(await writes('POST')).toHaveLength(3);
	});

	it('do not send what an earlier one may have booked', async () => {
		await breakWrite({ kind: 'reset', when: 'before' });
		const { json } = await runAll(bench, [purchase('T-1'), purchase('t-1'), purchase('T-2')], {
			continueOnFail: true,
		});
		expect(json.map(({ code, reference }) => code ?? reference)).toEqual([
			'UNKNOWN_OUTCOME',
			'UNKNOWN_OUTCOME',
			'T-2',
		]);
		expect(json[1]?.error).toContain('an earlier item with reference t-1');
		expect(await writes('POST')).toHaveLength(2);
	});

	it('take what an earlier one has booked, though its answer was lost', async () => {
		await breakWrite({ kind: 'reset', when: 'after' });
		const { json } = await runAll(bench, [purchase('T-1'), purchase('T-1')]);
		expect(json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([false, true]);
		expect(await countOf(bench, 'T-1')).toBe(1);
	});
});

describe('a credit note that came out as an invoice, in a return journal', () => {
	const credit = purchase('C-1', [cost()], purchaseCredit);
	const wrong = async () => (await booked(bench, demo)).entries[0];

	it.each<[string, Fault, number]>([
		['reset after', { kind: 'reset', when: 'after' }, 5_000],
		['carried out after 15 s', { kind: 'timeout', when: 'before', commitAfterMs: 15_000 }, 20_000],
	])('is deleted although the answer gets lost: %s', async (_, fault, foundAfter) => {
		const restore = giveUpOn({ ...POST, method: 'DELETE' });
		await breakWrite(fault, 0, 'DELETE');
		const start = bench.world.now();
		const { json } = await bench.run(credit);
		restore();
		expect(bench.world.now() - start).toBe(foundAfter);
		expect(json).toEqual([expect.objectContaining({ total: -121 })]);
		expect(await writes('DELETE')).toHaveLength(1);
		expect(await counts()).toEqual({ entries: 1, files: 0 });
	});

	it('is named when nobody knows whether it was deleted; nothing more is booked', async () => {
		await breakWrite({ kind: 'reset', when: 'before' }, 0, 'DELETE');
		const start = bench.world.now();
		const { json } = await runAll(bench, [credit, credit], { continueOnFail: true });
		expect(json.map(({ code }) => code)).toEqual(['UNKNOWN_OUTCOME', 'UNKNOWN_OUTCOME']);
		const left = await wrong();
		expect(json[0]?.error).toMatch(
			/did not make a purchase credit note of it, and it may not have been deleted \(entry \d+ in journal 61\)/,
		);
		expect(json[0]?.details).toMatchObject({ entryId: left?.EntryID });
		expect(bench.world.now() - start).toBe(60_000);
		expect(await writes('POST')).toHaveLength(1);
		expect(await writes('DELETE')).toHaveLength(1);
		expect((await bench.fail(credit)).context.code).toBe('CONFLICT');
		expect(await writes('POST')).toHaveLength(1);
	});

	it('is named when Exact does not delete it', async () => {
		const body = { error: { message: { value: 'Not allowed: Entry (Processed)' } } };
		await breakWrite({ kind: 'status', status: 500, body }, 0, 'DELETE');
		const error = await bench.fail(credit);
		const left = await wrong();
		expect(error.message).toContain('it could not be deleted');
		expect(error.context).toMatchObject({
			code: 'BOOKED_DIFFERENTLY',
			details: { entryId: left?.EntryID, exactText: 'Not allowed: Entry (Processed)' },
		});
		expect(await writes('POST')).toHaveLength(1);
	});

	it.each<[string, Fault]>([
		['can not be read', { kind: 'status', status: 500 }],
		['does not show it yet', { kind: 'emptyPage' }],
	])('is found out when the chunk is compared, if the ledger %s', async (_, fault) => {
		await bench.sandbox.faults([{ match: { path: 'TransactionLines' }, fault }]);
		const error = await bench.fail(credit);
		expect(error.context.code).toBe('WRONG_KIND');
		expect(error.description).toMatch(/^Journal 61 takes credit notes with the opposite sign/);
		expect(await counts()).toEqual({ entries: 0, files: 0 });
		const { json } = await bench.run(credit);
		expect(json).toEqual([expect.objectContaining({ total: -121, alreadyBooked: false })]);
		expect(json[0]).not.toHaveProperty('_warnings');
	});

	it('is not taken for booked by a later chunk, once it is deleted', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'TransactionLines' }, fault: { kind: 'emptyPage' } },
		]);
		const same = Array.from({ length: 41 }, () => credit);
		const { json } = await runAll(bench, same, { continueOnFail: true });
		expect(new Set(json.slice(0, 40).map(({ code }) => code))).toEqual(new Set(['WRONG_KIND']));
		expect(json[40]).toMatchObject({ total: -121, alreadyBooked: false });
		expect(await counts()).toEqual({ entries: 1, files: 0 });
	});

	it('is no reason to send the next ones twice', async () => {
		const more = ['C-1', 'C-2', 'C-3'].map((reference) =>
			purchase(reference, [cost()], purchaseCredit),
		);
		const { json } = await runAll(bench, more);
		expect(json.map((item) => Array.isArray(item._warnings))).toEqual([true, false, false]);
		expect(await writes('POST')).toHaveLength(4);
		expect(await writes('DELETE')).toHaveLength(1);
		for (const { id } of json) {
			const [control] = (await stored(bench, id)).ledger;
			expect(control?.AmountDC).toBe(121);
		}
	});
});

describe('what Exact is asked before anything is booked', () => {
	it.each(['current/Me', 'read/financial/JournalStatusList'])('%s: fails first', async (path) => {
		await bench.sandbox.faults([
			{ match: { path }, times: 9, fault: { kind: 'status', status: 503 } },
		]);
		const error = await bench.fail(sale('', [revenue()]));
		expect(error.context.code).toBe('UNAVAILABLE');
		expect(await counts()).toEqual({ entries: 0, files: 0 });
	});

	it('the look for what is there: nothing is sent without it', async () => {
		await breakWrite({ kind: 'status', status: 500 }, 0, 'GET');
		const { json } = await runAll(bench, [purchase('L-1'), purchase('L-2')], {
			continueOnFail: true,
		});
		expect(json.map(({ code }) => code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
		expect(await writes('POST')).toEqual([]);
	});

	it('is not asked through a deleted entry', async () => {
		await bench.run(purchase('L-1'));
		const [entry] = (await booked(bench, demo)).entries;
		const path = `purchaseentry/PurchaseEntries(guid'${String(entry?.EntryID)}')`;
		await bench.run(inDivision('apiRequest', 'send', { method: 'DELETE', path }));
		expect((await bench.run(purchase('L-1'))).json).toEqual([
			expect.objectContaining({ alreadyBooked: false }),
		]);
	});
});
