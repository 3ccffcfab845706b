import { textOf } from '../../../exact/values/text';
import type { EntryDraft } from '../../../kit/booking/entry';
import type { Facts } from '../../../kit/booking/facts';
import { freeHeader } from '../../../kit/booking/free/header';
import { generalLines, type GeneralLineInput } from '../../../kit/booking/general/lines';
import { draftInvoice, type InvoiceInputs } from '../../../kit/booking/invoice/draft';
import type { LineInput } from '../../../kit/booking/invoice/lineFields';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import { sides, type SideName } from '../../../kit/sides';
import type { InvoiceKind } from '../../../ledger/kinds';
import { fromMinor, toMinor } from '../../../ledger/money';
import type { EntryInputs } from './fields';
import { partnerLine, shapeProblems } from './shape';

/** The kind of invoice, by the side that its client or supplier stands on. */
const kinds: Readonly<Record<SideName, Record<'debit' | 'credit', InvoiceKind>>> = {
	sales: { debit: 'customerInvoice', credit: 'customerRefund' },
	purchase: { debit: 'supplierRefund', credit: 'supplierInvoice' },
};

/**
 * An entry in a sales or purchase journal is an invoice: the one line of the client or supplier becomes its header and
 * its total, the others its lines.
 */
export function draftInvoiceOf(inputs: EntryInputs, side: SideName, facts: Facts): EntryDraft {
	const problems: Problem[] = [];
	const warnings: string[] = [];
	const journal = facts.row(lookUps.journal, inputs.journal);
	const { decimals } = freeHeader(inputs, journal, facts, []);
	// The same checks as of a general entry; VAT is a matter of course here.
	generalLines(inputs.lines, { facts, decimals, journal: undefined }, { problems, warnings });
	problems.push(...shapeProblems(inputs.lines, side, journal, facts));
	const draft = draftInvoice(invoiceOf(inputs, side, decimals), facts);
	const ofInvoice = draft.problems.map(relabelled).filter(({ where }) => !isOfLines(where));
	if (problems.length > 0) return { ...draft, problems: [...ofInvoice, ...problems] };
	return { ...draft, problems: draft.problems.map(relabelled), warnings };
}

function invoiceOf(
	{ lines, date, journal, additionalFields: more, ...rest }: EntryInputs,
	side: SideName,
	decimals: number,
): InvoiceInputs {
	const at = partnerLine(lines, side);
	const partner = at === undefined ? undefined : lines[at];
	const total = amountOf(partner, decimals);
	const kind = kinds[side][total < 0 ? 'credit' : 'debit'];
	const factor = total < 0 ? 1 : -1;
	const { dueDate, reference, ...shared } = more;
	return {
		...rest,
		kind,
		client: side === 'sales' ? partner?.client : undefined,
		supplier: side === 'purchase' ? partner?.supplier : undefined,
		invoiceDate: date,
		reference,
		specifyLines: 'json',
		lines: [],
		linesJson: lines.flatMap((line, index) =>
			index === at ? [] : [invoiceLine(line, `Line ${index + 1}`, factor, decimals)],
		),
		additionalFields: {
			...shared,
			dueDate,
			journal,
			description: partner?.description,
			total: fromMinor(Math.abs(total), decimals),
		},
	};
}

function invoiceLine(
	line: GeneralLineInput,
	label: string,
	factor: 1 | -1,
	decimals: number,
): LineInput {
	const { ledgerAccount, vatCode, description, costCenter, costUnit, project } = line;
	const minor = amountOf(line, decimals) * factor + 0;
	const vatAmount = line.vatAmount === undefined ? undefined : line.vatAmount * Math.sign(minor);
	return {
		...{ label, ledgerAccount, vatCode, description, costCenter, costUnit, project, vatAmount },
		distribution: line.distribution as LineInput['distribution'],
		amount: fromMinor(minor, decimals),
	};
}

/** Minor units, debit positive. */
function amountOf(line: GeneralLineInput | undefined, decimals: number): number {
	return toMinor((line?.debit ?? 0) - (line?.credit ?? 0), decimals);
}

/** Where things stand on this panel. */
function relabelled(problem: Problem): Problem {
	const [first, ...others] = problem.where;
	if (first === 'Invoice Date') return { ...problem, where: ['Date', ...others] };
	const isJournal = first === 'Additional Fields' && others[0] === 'Journal';
	return isJournal ? { ...problem, where: ['Journal'] } : problem;
}

/** Said of lines, or of the relation and the total that one of them stands for. */
function isOfLines([first]: Problem['where']): boolean {
	const labels = Object.values(sides).map(({ lookUp }) => lookUp.label);
	return (
		first === undefined || /^Lines?( \d+)?$/.test(textOf(first)) || labels.includes(textOf(first))
	);
}
