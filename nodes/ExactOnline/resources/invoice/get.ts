import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { choice } from '../../kit/fields';
import { columnsOf, readable } from '../../records/record';
import { noInvoice } from './noInvoice';
import { invoiceReading, type Books, type Found } from './reading';
import { sideNames, sides } from './sides';
import { keyFields, wantedOf, type Wanted } from './wanted';

const side = choice(
	{
		label: 'Side',
		hint: 'Where to look; naming the side saves a call',
		section: 'subject',
	},
	[
		{ name: 'Any', value: 'any' },
		{ name: 'Purchase', value: 'purchase' },
		{ name: 'Sales', value: 'sales' },
	],
	'any',
);

/** Get: one invoice or credit note, by its ID or its number. */
export const get = invoiceReading(
	{
		value: 'get',
		words: {
			name: 'Get',
			action: 'Get invoice',
			description: 'Retrieve one invoice or credit note',
		},
		rows: ['R27'],
		cost: '1 call, or 2 when the side is not given; 1 more for lines that Exact leaves out, or to say what else the ID is',
		fields: { ...keyFields, side },
	},
	async function* (inputs, books, session) {
		const wanted = await wantedOf(inputs, books.division, session);
		const found = await search(wanted, inputs.side, books);
		if (found.length > 1) ambiguous(wanted, found, books, session);
		const [invoice] = found;
		if (invoice === undefined) return await noInvoice(wanted, books.division, session);
		await books.complete(invoice.side, [invoice.row]);
		yield invoice;
	},
);

/** What helps to tell invoices with the same number apart. */
const tellsApart = ['journal', 'year', 'number', 'date', 'currency', 'total', 'relationName'];

/** What the message says of each of them. */
const listed = ['journal', 'year', 'date', 'currency', 'total', 'id'];

/** More than these are not listed. */
const MOST_CANDIDATES = 10;

async function search(
	{ where, id }: Wanted,
	wantedSide: 'any' | 'purchase' | 'sales',
	books: Books,
): Promise<Found[]> {
	const found: Found[] = [];
	for (const name of sideNames.filter((one) => wantedSide === 'any' || wantedSide === one)) {
		const also = columnsOf(sides[name].record, tellsApart);
		const rows = await books.list(name, where, MOST_CANDIDATES + 1, also);
		found.push(...rows.map((row) => ({ side: name, row })));
		if (id !== undefined && found.length > 0) break;
	}
	return found;
}

function ambiguous(
	{ named }: Wanted,
	found: readonly Found[],
	{ division }: Books,
	session: Session,
): never {
	const context = { division, zone: { offsetMs: 0 }, today: session.today() };
	const candidates = found
		.slice(0, MOST_CANDIDATES)
		.map(({ side: name, row }) =>
			readable(sides[name].record, row, context, ['id', ...tellsApart]),
		);
	const list = candidates.map((one) => {
		const [journal, year, date, currency, total, id] = listed.map((name) => textOf(one[name]));
		return `journal ${journal}, year ${year}, ${date}, ${currency} ${total}: ${id}`;
	});
	const more = found.length > MOST_CANDIDATES ? ['and more'] : [];
	return session.fail({
		code: 'AMBIGUOUS',
		message: `Several invoices have ${named} in division ${division}`,
		description: `Narrow it down by journal, year or side, or use the ID. They are: ${[...list, ...more].join('; ')}.`,
		division,
		more: { candidates },
	});
}
