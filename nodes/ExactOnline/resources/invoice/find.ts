import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { entryId, findBy, foundBy, numberFields, type FoundBy } from '../../kit/entryKey';
import type { Inputs } from '../../kit/field';
import { choice } from '../../kit/fields';
import { columnsOf, readable } from '../../records/record';
import { noInvoice } from './noInvoice';
import type { Books, Found } from './reading';
import { sideNames, sides } from '../../kit/sides';

const side = choice(
	{
		label: 'Sales or Purchase',
		hint: 'Where to look; choosing one saves a call',
		section: 'subject',
	},
	[
		{ name: 'Any', value: 'any' },
		{ name: 'Purchase', value: 'purchase' },
		{ name: 'Sales', value: 'sales' },
	],
	'any',
);

/** How one invoice is named: by its ID or its number. */
export const findFields = {
	getBy: findBy('invoice'),
	invoice: entryId('invoice'),
	...numberFields,
	side,
};

/** What tells whether an invoice can be changed, and which one it is. */
export const tellsOpen = ['Status', 'EntryNumber', 'Journal'];

/** The one invoice that is meant, with the columns of its output and `also`; none and several are errors. */
export async function findInvoice(
	inputs: Inputs<typeof findFields>,
	books: Pick<Books, 'division' | 'list'>,
	session: Session,
	also: readonly string[] = [],
): Promise<Found> {
	const key = { ...inputs, id: inputs.invoice };
	const columns = { journal: 'Journal', year: 'ReportingYear' };
	const wanted = await foundBy('invoice', key, columns, books.division, session);
	const found = await search(wanted, inputs.side, books, also);
	if (found.length > 1) ambiguous(wanted, found, books, session);
	return found[0] ?? (await noInvoice(wanted, books.division, session));
}

/** What helps to tell invoices with the same number apart. */
const tellsApart = ['journal', 'year', 'number', 'date', 'currency', 'total', 'relationName'];

/** What the message says of each of them. */
const listed = ['journal', 'year', 'date', 'currency', 'total', 'id'];

/** More than these are not listed. */
const MOST_CANDIDATES = 10;

async function search(
	{ where, id }: FoundBy,
	wantedSide: 'any' | 'purchase' | 'sales',
	books: Pick<Books, 'list'>,
	needed: readonly string[],
): Promise<Found[]> {
	const found: Found[] = [];
	for (const name of sideNames.filter((one) => wantedSide === 'any' || wantedSide === one)) {
		const also = [...columnsOf(sides[name].record, tellsApart), ...needed];
		const rows = await books.list(name, where, MOST_CANDIDATES + 1, also);
		found.push(...rows.map((row) => ({ side: name, row })));
		if (id !== undefined && found.length > 0) break;
	}
	return found;
}

function ambiguous(
	{ named }: FoundBy,
	found: readonly Found[],
	{ division }: Pick<Books, 'division'>,
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
