import { giveUpOn } from '../harness/impatience.cjs';
import { inDivision } from '../harness/inputs.cjs';
import { expectBalanced } from '../harness/invoices.cjs';
import { Bench, type RunResult, type ShownError } from '../harness/n8n.cjs';
import {
	booked,
	everything,
	everyWrite,
	lostAnswers,
	type BookingWrite,
	type Everything,
	type LostAnswer,
} from './booking.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => {
	await bench.reset();
	demo = await everything(bench);
});
afterEach(async () => {
	restore();
	await expectBalanced(bench);
});

let restore = () => {};

const MINUTE = 60_000;

/** Makes one write go wrong, and gives up on it at once where the real client would wait. */
async function lose({ match }: BookingWrite, { fault }: LostAnswer): Promise<void> {
	restore = giveUpOn(match);
	const { method, path, skip } = match;
	await bench.sandbox.faults([{ match: { method, path: `${path}(\\(|$)` }, skip, fault }]);
}

const run = async ({ parameters, files }: BookingWrite): Promise<RunResult> =>
	await bench.run(parameters, { files });
const fail = async ({ parameters, files }: BookingWrite): Promise<ShownError> =>
	await bench.fail(parameters, { files });
const later = async (ms: number) => await bench.world.set(bench.world.now() + ms);

/** How often Exact was sent the write in question, and what of it the sandbox has. */
const sent = async ({ match }: BookingWrite): Promise<number> =>
	(await bench.sandbox.log()).filter(
		({ method, endpoint }) => method === match.method && match.path.endsWith(endpoint),
	).length;

/** What the demo has by itself. */
let demo: Everything;
const counts = async () => {
	const { entries, files } = await booked(bench, demo);
	return { entries: entries.length, files: files.length };
};

const cases = everyWrite.flatMap((write) => lostAnswers.map((lost) => ({ write, lost })));
const keyed = cases.filter(({ write }) => write.isKeyed);
const comes = keyed.filter(({ lost }) => lost.foundAfter !== undefined);
const doesNotCome = keyed.filter(({ lost }) => lost.foundAfter === undefined);

describe('a write whose answer gets lost', () => {
	it.each(comes)(
		'$write.name x $lost.name: is found, and a rerun adds nothing',
		async ({ write, lost }) => {
			await lose(write, lost);
			const start = bench.world.now();
			const { json } = await run(write);
			expect(json).toEqual([expect.objectContaining({ alreadyBooked: false })]);
			expect(bench.world.now() - start).toBe(lost.foundAfter);
			expect(await sent(write)).toBe(write.sentInAll);
			expect(await lookUps(write)).toBe(lost.looks);
			expect(await counts()).toEqual(write.leaves);
			const [id] = json.map((item) => item.id);
			await later(6 * MINUTE);
			expect((await run(write)).json).toEqual([
				expect.objectContaining({ id, alreadyBooked: true }),
			]);
			expect(await sent(write)).toBe(write.sentInAll);
			expect(await counts()).toEqual(write.leaves);
		},
	);

	it.each(doesNotCome)(
		'$write.name x $lost.name: fails after a minute, and a rerun completes it',
		async ({ write, lost }) => {
			await lose(write, lost);
			const start = bench.world.now();
			const error = await fail(write);
			expect(error.context.code).toBe(write.code);
			expect(error.message).toMatch(write.message);
			expect(error.description).toMatch(write.where);
			expect(bench.world.now() - start).toBe(MINUTE);
			expect(await lookUps(write)).toBe(3);
			const before = await sent(write);
			expect(before).toBe(1 + (write.match.skip ?? 0));
			await later(6 * MINUTE);
			if (lost.leavesCreditNoteWrong === true && write.flips) return await expectConflict(write);
			expect((await run(write)).json).toHaveLength(1);
			expect(await counts()).toEqual(write.leaves);
		},
	);

	it.each(cases.filter(({ write }) => write.name === 'credit note in a return journal'))(
		'$write.name x $lost.name, lenient sandbox: is booked once',
		async ({ write, lost }) => {
			await bench.reset('lenient');
			demo = await everything(bench);
			await lose(write, lost);
			await bench.run(write.parameters, { continueOnFail: true });
			expect(await sent(write)).toBe(1);
			await later(6 * MINUTE);
			expect((await run(write)).json).toEqual([expect.objectContaining({ total: -121 })]);
			expect(await counts()).toEqual(write.leaves);
		},
	);

	/** The looks after the write: calls that read what it makes. */
	async function lookUps({ match, looksAt }: BookingWrite): Promise<number> {
		const log = await bench.sandbox.log();
		const at = log.findIndex(
			({ method, endpoint, fault }) =>
				method === match.method && match.path.endsWith(endpoint) && fault !== undefined,
		);
		const after = log.slice(at + 1);
		const end = after.findIndex(
			({ method, endpoint }) => method !== 'GET' && !endpoint.startsWith('oauth2'),
		);
		const looks = end < 0 ? after : after.slice(0, end);
		return looks.filter(({ endpoint }) => endpoint === looksAt).length;
	}

	/** The first attempt at a credit note came late, and came out as an invoice. */
	async function expectConflict(write: BookingWrite): Promise<void> {
		const error = await fail(write);
		const { entries } = await booked(bench, demo);
		expect(entries).toHaveLength(1);
		expect(error.context).toMatchObject({
			code: 'CONFLICT',
			details: { entryId: entries[0]?.EntryID },
		});
		expect(error.message).toContain('it is no purchase credit note');
		const path = `purchaseentry/PurchaseEntries(guid'${String(entries[0]?.EntryID)}')`;
		await bench.run(inDivision('apiRequest', 'send', { method: 'DELETE', path }));
		expect((await run(write)).json).toEqual([expect.objectContaining({ total: -121 })]);
		expect(await counts()).toEqual(write.leaves);
	}

	const keyless = cases.filter(({ write }) => !write.isKeyed);
	it.each(keyless)(
		'$write.name x $lost.name: fails at once and says where to look',
		async ({ write, lost }) => {
			await lose(write, lost);
			const start = bench.world.now();
			const error = await fail(write);
			expect(error.context.code).toBe('UNKNOWN_OUTCOME');
			expect(error.message).toMatch(/^The sales invoice may have been booked/);
			expect(error.description).toContain('in journal 70, 2026-03-10');
			expect(error.description).toContain('may book it twice');
			expect(bench.world.now()).toBe(start);
			expect(await sent(write)).toBe(1);
		},
	);
});
