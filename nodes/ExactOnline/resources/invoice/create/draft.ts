import type { IDataObject } from 'n8n-workflow';

import { closest } from '../../../exact/values/closest';
import { textOf } from '../../../exact/values/text';
import type { EntryDraft, ExpectedLine } from '../../../kit/booking/entry';
import type { Facts } from '../../../kit/booking/facts';
import type { Problem } from '../../../kit/booking/problems';
import type { OutputInputs } from '../../../kit/output';
import { invoiceKinds, type InvoiceKindFacts } from '../../../ledger/kinds';
import { fromMinor, toMinor } from '../../../ledger/money';
import { totalFinding, type Totals } from '../../../ledger/vat';
import type { RecordType } from '../../../records/record';
import { sides } from '../sides';
import { bodyOf } from './body';
import { checkCountry } from './country';
import { correctionLine } from './correction';
import type { CreateInputs } from './fields';
import { readHeader, type Header } from './header';
import { linesOf } from './lineFields';
import { draftLine, type DraftLine } from './lines';
import { bookingReferenceOf, sameInvoice } from './sameInvoice';
import { totalsOf } from './totals';

/** `Journals.Type` of journals that hold credit notes only. */
const RETURN_JOURNALS = [21, 23];

export type InvoiceInputs = CreateInputs & OutputInputs & { division: number };

/** From what was entered and looked up to what is sent: pure. */
export function draftInvoice(inputs: InvoiceInputs, facts: Facts): EntryDraft {
	const kind = invoiceKinds[inputs.kind];
	const { record, relationColumn } = sides[kind.side];
	const problems: Problem[] = [];
	const header = readHeader(inputs, kind, facts, problems);
	const { lines, warnings } = draftLines(inputs, kind, header, facts, problems);
	checkCountry(inputs, kind, facts.country, problems);
	checkExactFields(inputs, record, problems);
	const totals = wholeTotals(inputs, lines, header.decimals);
	checkTotals(inputs, lines, totals, header.decimals, problems);
	const names = { relation: relationColumn, lines: record.parts.lines?.name ?? '' };
	const bodyFor = (sign: 1 | -1) => bodyOf({ inputs, kind, header, lines }, names, sign);
	const { options, additionalFields: more, division } = inputs;
	const draft = {
		words: kind.words,
		record,
		division,
		isCredit: kind.sign === -1,
		inReturnJournal: RETURN_JOURNALS.includes(Number(header.journal?.Type)),
		bodyFor,
		problems,
		warnings,
		same: sameInvoice(inputs, kind, header, relationColumn),
		ifBooked: options.ifAlreadyBooked,
		expect: expectation(inputs, kind, header, lines, totals),
		file: more.file && { source: more.file, name: more.fileName },
		output: inputs,
	};
	if (!options.preview || problems.length > 0) return draft;
	return { ...draft, preview: previewOf(draft, totals, header.decimals) };
}

function draftLines(
	inputs: CreateInputs,
	{ side }: InvoiceKindFacts,
	{ decimals }: Header,
	facts: Facts,
	problems: Problem[],
): { lines: DraftLine[]; warnings: string[] } {
	const { accrueFrom: from, accrueTo: to } = inputs.additionalFields;
	const context = { facts, side, decimals, accrual: { from, to } };
	const drafted = linesOf(inputs).map((line, index) =>
		draftLine(line, `Line ${index + 1}`, context),
	);
	problems.push(...drafted.flatMap((line) => line.problems));
	if (drafted.length === 0) {
		const expected = 'Add at least one line.';
		problems.push({ code: 'PARAM_REQUIRED', where: ['Lines'], what: 'are empty', expected });
	}
	const lines = drafted.flatMap((line) => line.lines);
	lines.push(...correctionLine(inputs, lines, decimals, facts, problems));
	return { lines, warnings: drafted.flatMap((line) => line.warnings) };
}

/** What the invoice comes to; a VAT amount for the whole of it overrules that of the lines. */
function wholeTotals(
	{ additionalFields: { vatAmount } }: CreateInputs,
	lines: readonly DraftLine[],
	decimals: number,
): Totals | undefined {
	const totals = totalsOf(lines);
	if (totals === undefined || vatAmount === undefined) return totals;
	const vat = toMinor(vatAmount, decimals);
	return { ...totals, vat, gross: totals.net + vat, tolerance: 0 };
}

function checkTotals(
	{ additionalFields: { total, gAccountAmount = 0 } }: CreateInputs,
	lines: readonly DraftLine[],
	totals: Totals | undefined,
	decimals: number,
	problems: Problem[],
): void {
	// With a line missing, sums say nothing.
	if (totals === undefined || lines.length === 0 || problems.length > 0) return;
	const finding =
		total === undefined ? undefined : totalFinding(toMinor(total, decimals), totals, decimals);
	if (finding !== undefined) problems.push(finding);
	if (totals.gross < 0) {
		problems.push({
			code: 'PARAM_RANGE',
			where: ['Lines'],
			what: `add up to ${fromMinor(totals.gross, decimals)}`,
			expected:
				'Enter positive amounts, and choose the type of credit note for money that goes back.',
		});
	}
	if (toMinor(gAccountAmount, decimals) > totals.gross + totals.tolerance) {
		problems.push({
			code: 'PARAM_RANGE',
			where: ['Additional Fields', 'G-Account Amount'],
			what: `is ${gAccountAmount}, more than the total of ${fromMinor(totals.gross, decimals)}`,
			expected: 'The amount is a part of the total.',
		});
	}
}

/** Fields that the user writes under Exact's names: a name that Exact does not have would be a counted mistake. */
function checkExactFields(
	{ additionalFields: { additionalExactFields: given = {} } }: CreateInputs,
	{ columns }: RecordType,
	problems: Problem[],
): void {
	const where = ['Additional Fields', 'Additional Exact Fields'];
	const names = Object.keys(columns);
	for (const name of Object.keys(given).filter((one) => !names.includes(one))) {
		const meant = closest(name, names);
		const expected = meant === undefined ? 'Use the names of Exact.' : `Did you mean ${meant}?`;
		const what = `contains "${name}", which Exact does not know`;
		problems.push({ code: 'PARAM_FORMAT', where, what, expected });
	}
}

function expectation(
	inputs: CreateInputs,
	kind: InvoiceKindFacts,
	header: Header,
	lines: readonly DraftLine[],
	totals: Totals | undefined,
): EntryDraft['expect'] {
	const { total } = inputs.additionalFields;
	const { decimals } = header;
	const exactTotal = total === undefined ? undefined : toMinor(total, decimals);
	return {
		entryType: kind.entryType,
		ledgerSign: kind.side === 'sales' ? 1 : -1,
		day: inputs.invoiceDate ?? '',
		journal: textOf(header.journal?.Code),
		decimals,
		total: totals && {
			gross: exactTotal ?? totals.gross,
			vat: totals.vat,
			tolerance: exactTotal === undefined ? totals.tolerance : 0,
		},
		number: header.entryNumber,
		reference: inputs.reference,
		bookingReference: bookingReferenceOf(inputs, header),
		lines: lines.map((line) => expectedLine(line, kind.sign)),
	};
}

function expectedLine(line: DraftLine, sign: 1 | -1): ExpectedLine {
	const { label, ledgerAccount, input, rule, costCenter, costUnit, projectId } = line;
	// VAT that is included, not deductible or not owed changes the line in the ledger.
	const changes =
		rule?.type === 'I' || (input.nonDeductiblePercentage ?? input.privateUsePercentage ?? 0) > 0;
	return {
		label,
		ledgerAccountId: textOf(ledgerAccount.ID),
		ledgerAccount: textOf(ledgerAccount.Code),
		amount: changes ? undefined : line.amount * sign,
		costCenter,
		costUnit,
		projectId,
	};
}

function previewOf(
	{ division, record, words, warnings, bodyFor }: Omit<EntryDraft, 'preview'>,
	totals: Totals | undefined,
	decimals: number,
): IDataObject {
	const amount = (minor: number) => fromMinor(minor, decimals);
	return {
		division,
		preview: true,
		what: words,
		...(totals === undefined
			? {}
			: {
					net: amount(totals.net),
					vat: amount(totals.vat),
					total: amount(totals.gross),
				}),
		path: record.path,
		body: bodyFor(1),
		...(warnings.length === 0 ? {} : { _warnings: [...warnings] }),
	};
}
