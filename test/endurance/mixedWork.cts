import type { INodeParameters } from 'n8n-workflow';

import { generalWith } from '../harness/generalEntries.cjs';
import { BE, by, inDivision, NL } from '../harness/inputs.cjs';
import { cost, inBelgium, purchase, purchaseCredit, revenue, sale } from '../harness/invoices.cjs';

/** Parameters of the items of one run. */
export type Work = INodeParameters[];

/** The next reference to book under. */
export type NextReference = () => string;

const all = { returnAll: true, output: 'selected' };
const firstTen = { limit: 10, output: 'raw' };
const shortly = (resource: string) => inDivision(resource, 'getAll', firstTen);
const withKey = (bookingReference: string) => ({ additionalFields: { bookingReference } });

/** Reads of either company: one page, bulk pages, look-ups of several items, an open path. */
const reads: ReadonlyArray<() => Work> = [
	() => [shortly('client')],
	() => [shortly('supplier')],
	() => [shortly('journal')],
	() => [shortly('ledgerAccount')],
	() => [shortly('invoice')],
	() => [shortly('contact')],
	() => [inDivision('outstandingItem', 'getAll', { returnAll: true })],
	() => [inDivision('client', 'getAll', { ...all, fieldsToReturn: ['name'] })],
	() => [
		inDivision('journalEntry', 'getAll', {
			...{ ...all, filters: { dateFrom: '2025-01-01' }, fieldsToReturn: ['debit'] },
		}),
	],
	() =>
		['1049', '1022', '1042'].map((code) =>
			inDivision('client', 'get', { relation: by('code', code) }),
		),
	() => [
		inDivision('apiRequest', 'send', {
			...{ method: 'GET', path: 'crm/Contacts', query: '$select=ID', returnAll: true },
		}),
	],
];

const some = (count: number, one: (n: number) => INodeParameters): Work =>
	Array.from({ length: count }, (_, n) => one(n));

const dutchBookings: ReadonlyArray<(next: NextReference, count: number) => Work> = [
	(next, count) => some(count, () => purchase(next(), [cost()])),
	(next, count) => some(count, () => purchase(next(), [cost()], purchaseCredit)),
	(next, count) =>
		some(count, () => {
			const reference = next();
			return sale(reference, [revenue()], withKey(reference));
		}),
	(next, count) => some(count, () => generalWith({ bookingReference: next() })),
];

const belgianBookings: typeof dutchBookings = [
	(next, count) =>
		some(count, () =>
			purchase(next(), [cost(100, { ledgerAccount: '610000' })], {
				...inBelgium,
				additionalFields: { journal: by('code', '60') },
			}),
		),
];

/** What an execution does next: every third one books. */
export function workOf(division: number, random: () => number, next: NextReference): Work {
	const pick = <T,>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
	if (random() < 1 / 3) {
		const bookings = division === BE ? belgianBookings : dutchBookings;
		return pick(bookings)(next, 1 + Math.floor(random() * 8));
	}
	const work = pick(reads)();
	return division === NL ? work : work.map((one) => ({ ...one, division: by('id', division) }));
}
