import type { Row } from '../../../exact/source';
import { toMinor } from '../../../ledger/money';
import type { Party } from '../../../ledger/controlAccount';
import { lookUps } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import { decimalProblems } from '../draft/amounts';
import { employeeRelation } from '../draft/employee';
import { readWhole } from '../draft/entryNumber';
import { finder } from '../draft/finder';
import type { Facts } from '../facts';
import { freeLines, type FreeLine, type FreeLineInput } from '../free/lines';
import type { Problem, Where } from '../problems';
import { accountOf, partiesOf, type PartyLine } from './party';
import { vatOf } from './vat';

/** One line of a bank or cash entry, as it was entered: of a ledger account, or of a client, supplier or employee. */
export interface MoneyLineInput extends FreeLineInput {
	/** `Line 3`, where its place is not its number. */
	label?: string;
	/** What flowed, VAT included: in positive, out negative. */
	amount?: number;
	ledgerAccount?: Reference;
	employee?: Reference;
	/** Books a party's line on this ledger account instead of its own. */
	controlAccount?: Reference;
	vatAmount?: number;
	/** The number of the invoice that it pays. */
	ourReference?: string;
}

/** One line as Exact gets it: `amount` is what flowed, in minor units. */
export interface MoneyLine extends FreeLine {
	ourReference?: number;
}

/** What is known of the entry that lines belong to. */
export interface LineContext {
	facts: Facts;
	decimals: number;
	journal: Row | undefined;
}

interface Notes {
	problems: Problem[];
	warnings: string[];
}

/** The lines as Exact gets them; what is wrong is added to the problems. */
export function moneyLines(
	inputs: readonly MoneyLineInput[],
	context: LineContext,
	notes: Notes,
): MoneyLine[] {
	if (inputs.length === 0) {
		const expected = 'Add at least one line.';
		notes.problems.push({ code: 'PARAM_REQUIRED', where: ['Lines'], what: 'are empty', expected });
	}
	return inputs.flatMap((input, index) =>
		moneyLine(input, input.label ?? `Line ${index + 1}`, context, notes),
	);
}

function moneyLine(
	input: MoneyLineInput,
	label: string,
	context: LineContext,
	notes: Notes,
): MoneyLine[] {
	const { facts, decimals } = context;
	const { problems } = notes;
	const where = [label];
	const party = partyOf(input, where, problems);
	const ledgerAccount = ledgerAccountOf(input, party, where, facts, problems);
	const amount = amountOf(input, decimals, where, problems);
	const start = {
		label,
		ledgerAccount,
		amount,
		vatAmount: vatOf(input, party, { ...context, amount, where }, problems),
	};
	const place = [...where, 'Our Reference'];
	const ourReference = readWhole(input.ourReference, place, 'Description', problems);
	const employee = party?.party === 'employee' ? party.reference : undefined;
	const relation = employeeRelation(employee, where, facts, problems);
	return freeLines(withParty(input, party), start, facts, notes).map((line) => ({
		...line,
		relation: line.relation ?? relation,
		ourReference,
	}));
}

/** The line with the client or supplier that counts. */
function withParty(input: MoneyLineInput, party: PartyLine | undefined): MoneyLineInput {
	const named = (name: Party) => (party?.party === name ? party.reference : undefined);
	return { ...input, client: named('client'), supplier: named('supplier') };
}

/** A line is of one of four; nothing for that of a ledger account. */
function partyOf(input: MoneyLineInput, where: Where, problems: Problem[]): PartyLine | undefined {
	const [party, ...others] = partiesOf(input);
	const labels = [
		...(input.ledgerAccount === undefined ? [] : ['Ledger Account']),
		...[party, ...others].flatMap((one) => (one === undefined ? [] : [lookUps[one.party].label])),
	];
	if (labels.length === 1) return party;
	const [first = 'Ledger Account', ...rest] = labels;
	const place = [...where, first];
	problems.push(
		rest.length === 0
			? {
					code: 'PARAM_REQUIRED',
					where: place,
					what: 'is empty',
					expected: 'Choose a ledger account, or a client, a supplier or an employee.',
				}
			: {
					code: 'PARAM_PAIR',
					where: place,
					what: `is given, and ${rest.join(' and ')} as well`,
					expected:
						"A line is of one of them. The ledger account of a client, supplier or employee belongs in 'Control Account'.",
				},
	);
	return undefined;
}

function ledgerAccountOf(
	{ ledgerAccount, controlAccount }: MoneyLineInput,
	party: PartyLine | undefined,
	where: Where,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	const find = finder(facts, problems);
	const place = [...where, 'Control Account'];
	if (party !== undefined) {
		return controlAccount === undefined
			? accountOf(party, where, facts, problems)
			: find(lookUps.ledgerAccount, controlAccount, place);
	}
	if (controlAccount !== undefined) {
		const what = 'is given, but the line is of no client, supplier or employee';
		const expected = 'Leave it empty.';
		problems.push({ code: 'PARAM_PAIR', where: place, what, expected });
	}
	return find(lookUps.ledgerAccount, ledgerAccount, [...where, 'Ledger Account']);
}

function amountOf(
	{ amount }: MoneyLineInput,
	decimals: number,
	where: Where,
	problems: Problem[],
): number | undefined {
	const place = [...where, 'Amount'];
	const expected = 'Enter what came in as a positive amount, what went out as a negative one.';
	problems.push(...decimalProblems({ Amount: amount }, decimals, where));
	if (amount === undefined) {
		problems.push({ code: 'PARAM_REQUIRED', where: place, what: 'is empty', expected });
	} else if (amount === 0) {
		problems.push({ code: 'PARAM_RANGE', where: place, what: 'is 0', expected });
	}
	return amount === undefined ? undefined : toMinor(amount, decimals);
}
