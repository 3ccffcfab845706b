import type { Execution } from '../harness/callKinds.cjs';
import type { FaultKind } from '../harness/faultKinds.cjs';
import { NL } from '../harness/inputs.cjs';
import { expectBalanced } from '../harness/invoices.cjs';
import type { LogEntry, Row } from '../harness/sandbox.cjs';
import {
	bench,
	callsOf,
	cellsOf,
	later,
	longest,
	run,
	setUp,
	startMatrix,
	type Seen,
} from './faultMatrixRun.cjs';
import type { WriteKind } from './faultMatrixWriting.cjs';

/** What Exact holds, without keys and moments: two runs that did the same leave the same. */
type Books = Record<string, string[]>;

const isKey = (value: unknown) =>
	typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-/i.test(value);
const isMoment = (column: string) => /created|modified|timestamp/i.test(column);

const withoutKeys = (row: Row): string =>
	JSON.stringify(
		Object.entries(row).filter(([column, value]) => !isKey(value) && !isMoment(column)),
	);

export async function booksAfter({ tables }: WriteKind): Promise<Books> {
	const { debit, credit, entries, perAccount } = await bench.sandbox.ledger(NL);
	const books: Books = { ledger: [JSON.stringify({ debit, credit, entries, perAccount })] };
	for (const table of tables) {
		books[table] = (await bench.sandbox.records(NL, table)).map(withoutKeys).sort();
	}
	return books;
}

interface Undisturbed {
	before: Books;
	after: Books;
	calls: number;
	/** Writes of the kind, among them those that are not meant. */
	ofKind: number;
}

const undisturbed = new Map<string, Undisturbed>();

/** What each kind of write leaves behind when nothing goes wrong. */
export async function undisturbedBy(kind: WriteKind): Promise<Undisturbed> {
	const known = undisturbed.get(kind.name);
	if (known !== undefined) return known;
	const execution = await setUp(kind);
	const before = await booksAfter(kind);
	const { result, error, log } = await run(execution);
	expect(error).toBeUndefined();
	expect(result?.items).toHaveLength(1);
	const ofKind = callsOf(kind, log).length;
	expect(ofKind).toBe(1);
	const after = await booksAfter(kind);
	expect(after).not.toEqual(before);
	const found = { before, after, calls: log.length, ofKind };
	undisturbed.set(kind.name, found);
	return found;
}

/** Whether the run knows in the end that the write was carried out. */
function isKnown({ isLookedFor }: WriteKind, { write, stopped }: FaultKind): boolean {
	if (stopped !== undefined) return false;
	return write === 'answered' || (isLookedFor && (write === 'lost' || write === 'late'));
}

/** An error that says what is known: stopped, refused, or that nobody knows. */
function expectClear(kind: WriteKind, fault: FaultKind, { result, error }: Seen): void {
	expect(result?.json).toBeUndefined();
	const { code } = error?.context ?? {};
	if (fault.stopped !== undefined) {
		const reason = kind.unknown === undefined ? code : (error?.context.details?.reason ?? code);
		expect(reason).toBe('CANCELLED');
		if (fault.stopped === 'during') expect(error?.description).toMatch(/may have been carried out/);
	} else if (fault.write === 'refused') {
		expect(code).toMatch(/^(UNAVAILABLE|RATE_LIMIT|XML_GONE|PARTIAL)$/);
	} else expect(code).toBe(kind.unknown ?? 'UNKNOWN_OUTCOME');
	expect(error?.message).not.toMatch(/undefined|unforeseen/);
}

/** Every write x every fault: carried out at most once, and the run says what is known; once after a rerun. */
export function writeMatrix(kinds: readonly WriteKind[], faults: readonly FaultKind[]): void {
	startMatrix();
	afterEach(async () => await expectBalanced(bench));
	const cells = cellsOf(kinds, faults, (_, { write }) => write !== 'none');
	test.each(cells)('$kind.name x $fault.name', async ({ kind, fault }) => {
		const { after, calls } = await undisturbedBy(kind);
		const execution = await setUp(kind);
		const seen = await run(execution, kind, fault);
		if (!isKnown(kind, fault)) expectClear(kind, fault, seen);
		else {
			expect(seen.error).toBeUndefined();
			expect(seen.result?.items).toHaveLength(1);
		}
		expect(seen.took).toBeLessThanOrEqual(longest(fault, calls));
		expectSentOnce(kind, fault, seen);
		await later();
		const carriedOut = callsOf(kind, await bench.sandbox.log()).filter(isSuccess);
		const isCarriedOut = ['answered', 'lost', 'late'].includes(fault.write);
		expect(carriedOut).toHaveLength(isCarriedOut ? 1 : 0);
		const isAll = kind.unknown === undefined && fault.stopped === undefined;
		if (isCarriedOut && isAll) expect(await booksAfter(kind)).toEqual(after);
		await expectOnceAfterRerun(kind, execution, isCarriedOut);
	});
}

/** A page for people comes with the status of success. */
const isSuccess = ({ status, fault }: LogEntry) =>
	status >= 200 && status < 300 && fault !== 'html';

/** A write leaves once; only a limit, which Exact refuses before it looks, allows another attempt. */
function expectSentOnce(kind: WriteKind, fault: FaultKind, { log, wentOn }: Seen): void {
	const sent = callsOf(kind, log);
	const isLimit = fault.name.startsWith('429');
	expect(sent.length).toBeLessThanOrEqual(isLimit ? 1 + fault.more : 1);
	if (fault.stopped === undefined) return;
	expect(wentOn).toBe(0);
	expect(sent).toHaveLength(fault.stopped === 'before' ? 0 : 1);
	if (fault.stopped !== 'before') expect(callsOf(kind, log.slice(-1))).toHaveLength(1);
}

async function expectOnceAfterRerun(
	kind: WriteKind,
	execution: Execution,
	isCarriedOut: boolean,
): Promise<void> {
	const { after } = await undisturbedBy(kind);
	if (!kind.isLookedFor && isCarriedOut) return;
	const { result, error } = await run(execution);
	if (error !== undefined)
		expect([error.message, error.context.code]).toEqual([
			error.message,
			isCarriedOut ? kind.again : 'no error',
		]);
	else expect(result?.items).toHaveLength(1);
	expect(await booksAfter(kind)).toEqual(after);
}
