import type { IDataObject } from 'n8n-workflow';

import type { EntryDraft } from '../entry';
import type { Facts } from '../facts';
import type { Problem } from '../problems';
import type { OutputInputs } from '../../output';
import { invoiceKinds, type InvoiceKindFacts } from '../../../ledger/kinds';
import { fromMinor } from '../../../ledger/money';
import type { Totals } from '../../../ledger/vat';
import { sides } from '../../sides';
import { checkExactFields } from '../draft/exactFields';
import { bodyOf, ownColumns } from './body';
import { checkAmounts, checkCountry, checkTotals } from './checks';
import { correctionLine } from './correction';
import { expectation } from './expectation';
import type { CreateInputs } from './fields';
import { readHeader, type Header } from './header';
import { linesOf } from './lineFields';
import { draftLine, type DraftLine } from './lines';
import { sameInvoice } from './sameInvoice';
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
	checkAmounts(inputs, header.decimals, problems);
	checkCountry(inputs, kind, facts.country, problems);
	checkExactFields(inputs.additionalFields.additionalExactFields, record, ownColumns, problems);
	const totals = totalsOf(inputs, lines, header.decimals);
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
		draftLine(line, line.label ?? `Line ${index + 1}`, context),
	);
	problems.push(...drafted.flatMap((line) => line.problems));
	if (drafted.length === 0) {
		const expected = 'Add at least one line.';
		problems.push({ code: 'PARAM_REQUIRED', where: ['Lines'], what: 'are empty', expected });
	}
	const lines = drafted.flatMap((line) => line.lines);
	lines.push(...correctionLine(inputs, lines, context, problems));
	return { lines, warnings: drafted.flatMap((line) => line.warnings) };
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
