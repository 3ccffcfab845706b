import { all, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { exactMs } from '../../exact/values/time';
import type { Inputs } from '../../kit/field';
import { collection, ordered, switchField, yearField } from '../../kit/fields';
import { readMany, type Ask } from '../../kit/operation';
import { bookyear } from '../../records/bookyear';
import { financialPeriod } from '../../records/financialPeriod';
import { addStatus } from './status';

const inner = {
	yearFrom: yearField({ label: 'Year From', hint: 'First bookyear, included' }),
	yearTo: yearField({ label: 'Year To', hint: 'Last bookyear, included' }),
};

const filters = ordered(
	collection({ label: 'Filters', section: 'filters', add: 'Add Filter' }, inner),
	{ name: 'yearFrom', label: 'Year From' },
	{ name: 'yearTo', label: 'Year To' },
	'a year',
);

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		includeClosed: switchField({
			label: 'Include Closed Status',
			hint: 'Whether to say if each year is closed, and which journals are still open; costs further calls',
			on: true,
		}),
	},
);

/** Get Many: the periods of a division by year, newest first. */
export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many bookyears',
		description: 'Retrieve many bookyears of a division, the newest first',
	},
	rows: ['R02'],
	cost: '1 call for each 60 periods; the closed status: 1 for each 60 open periods of a journal, and 1 for the years without any',
	record: bookyear,
	fields: { filters, options },
	run: async function* (inputs, ask, session) {
		const years = await readYears(inputs.filters, ask, session);
		if (inputs.options.includeClosed) await addStatus(years, ask.division, session);
		yield* years;
	},
});

/** The years as rows: first and last day, and their periods. */
async function readYears(
	{ yearFrom, yearTo }: Inputs<typeof inner>,
	{ division, select, limit }: Ask,
	session: Session,
): Promise<Row[]> {
	const where: Condition = all(
		yearFrom === undefined ? undefined : { field: 'FinYear', is: 'ge', value: yearFrom },
		yearTo === undefined ? undefined : { field: 'FinYear', is: 'le', value: yearTo },
	);
	const periods = new Map<number, Row[]>();
	const columns = [...new Set([...select, 'FinYear', 'StartDate', 'EndDate'])];
	for await (const row of session.list(financialPeriod, { division, select: columns, where })) {
		const year = Number(row.FinYear);
		periods.set(year, [...(periods.get(year) ?? []), row]);
	}
	return [...periods]
		.sort(([one], [other]) => other - one)
		.slice(0, limit)
		.map(([year, rows]) => yearOf(year, rows));
}

function yearOf(year: number, periods: readonly Row[]): Row {
	const days = (name: string) =>
		periods.map((row) => row[name]).sort((a, b) => (exactMs(a) ?? 0) - (exactMs(b) ?? 0));
	return {
		FinYear: year,
		StartDate: days('StartDate')[0],
		EndDate: days('EndDate').at(-1),
		FinancialPeriods: periods,
	};
}
