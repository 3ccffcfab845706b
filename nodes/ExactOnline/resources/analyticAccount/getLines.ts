import { all, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { changeFilters, changes } from '../../kit/changes';
import type { Inputs } from '../../kit/field';
import { collection, dayField, ordered, switchField } from '../../kit/fields';
import { only } from '../../kit/only';
import { readMany } from '../../kit/operation';
import { beginsWithOneOf, codePrefixes } from '../../kit/prefixes';
import type { Reference } from '../../kit/reference';
import { isReferred, notFound } from '../../kit/referred';
import { transactionLine } from '../../records/transactionLine';
import { accountFields, wantedAccount } from './planFields';
import type { Plan } from './plans';

const inner = {
	dateFrom: dayField({ label: 'Date From', hint: 'First date, included' }),
	dateTo: dayField({ label: 'Date To', hint: 'Last date, included' }),
	ledgerAccounts: codePrefixes({
		label: 'Ledger Accounts',
		placeholder: 'e.g. 6,7000',
		hint: 'What the code of the ledger account begins with, separated by commas',
	}),
	processedOnly: switchField({
		label: 'Processed Only',
		hint: 'Whether to leave out lines of entries that are not processed yet',
	}),
	...changeFilters(transactionLine, 'AmountDC gt 1000'),
};

const filters = ordered(
	collection({ label: 'Filters', section: 'filters', add: 'Add Filter' }, inner),
	{ name: 'dateFrom', label: 'Date From' },
	{ name: 'dateTo', label: 'Date To' },
	'a day',
);

/** Get Lines: what was booked on an analytic account. Debit is positive. */
export const getLines = readMany({
	value: 'getLines',
	words: {
		name: 'Get Lines',
		action: 'Get lines of an analytic account',
		description: 'Retrieve the ledger lines of a cost center, cost unit or project',
	},
	rows: ['R16'],
	cost: '1 call for up to 60, else 1 for each 1,000; 1 more for a cost center or cost unit that is given by its ID, and when nothing is found',
	record: transactionLine,
	fields: { ...accountFields, filters },
	check: (inputs, session) => void wantedAccount(inputs, session),
	run: async function* (inputs, ask, session) {
		const { division, limit } = ask;
		const { plan, reference } = wantedAccount(inputs, session);
		const booked = await bookedOn(plan, reference, division, session);
		const where = all(booked, narrowed(inputs.filters), await changes(inputs.filters, session));
		const { ledgerAccounts } = inputs.filters;
		let found = false;
		const rows =
			ledgerAccounts.length === 0
				? session.list(transactionLine, { division, select: ask.select, where, limit })
				: only(
						session.list(transactionLine, {
							division,
							select: [...new Set([...ask.select, 'GLAccountCode'])],
							where,
						}),
						({ GLAccountCode }) => beginsWithOneOf(textOf(GLAccountCode), ledgerAccounts),
						limit,
					);
		for await (const row of rows) {
			found = true;
			yield row;
		}
		if (!found) await codeIn(plan, reference, division, session);
	},
});

/** Lines name a cost center or cost unit by its code, a project also by its ID. */
async function bookedOn(
	plan: Plan,
	reference: Reference,
	division: number,
	session: Session,
): Promise<Condition> {
	const { line } = plan;
	if ('code' in reference) return equals(line.code, reference.code);
	if (line.id !== undefined) return equals(line.id, reference.id);
	return equals(line.code, await codeIn(plan, reference, division, session));
}

/** The code of an account; that there is none must not look like an account without lines. */
async function codeIn(
	{ record }: Plan,
	reference: Reference,
	division: number,
	session: Session,
): Promise<string> {
	const where = isReferred(record, reference);
	const reading = { division, select: ['Code'], where, limit: 1 };
	for await (const { Code } of session.list(record, reading)) return textOf(Code);
	return notFound(session, record, reference, division);
}

function narrowed({ dateFrom, dateTo, processedOnly }: Inputs<typeof inner>): Condition {
	return all(
		dateFrom === undefined ? undefined : { field: 'Date', is: 'ge', value: dateFrom },
		dateTo === undefined ? undefined : { field: 'Date', is: 'le', value: dateTo },
		processedOnly ? equals('Status', 50) : undefined,
	);
}
