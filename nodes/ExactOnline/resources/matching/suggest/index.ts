import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../../exact/session';
import { textOf } from '../../../exact/values/text';
import type { Inputs } from '../../../kit/field';
import { lookUps } from '../../../kit/lookups';
import { resolve } from '../../../kit/lookups/resolve';
import type { ItemOperation } from '../../../kit/operation';
import { notFound } from '../../../kit/referred';
import { divisionReference } from '../../../kit/reference';
import { toMinor } from '../../../ledger/money';
import type { Payment } from '../../../ledger/proposal';
import { suggest as proposals } from '../../../ledger/suggestions';
import { bankAccount } from '../../../records/bankAccount';
import { payable, receivable } from '../../../records/openItem';
import { DECIMALS } from '../../../kit/matching/terms';
import { fields as ownFields } from './fields';
import { noProposal, proposalItem, proposalSchema } from './output';
import { openBooks, relationsOfIban, type OpenBooks } from './terms';

const fields = { division: divisionReference(lookUps.division), ...ownFields };

type SuggestInputs = Inputs<typeof fields>;

/** Suggest: which open invoices a payment may be for. It reads and books nothing. */
export const suggest: ItemOperation = {
	value: 'suggest',
	words: {
		name: 'Suggest',
		action: 'Suggest invoices for payments',
		description:
			'Find the open invoices that payments are for, graded; nothing is booked or matched',
	},
	rows: [],
	cost: '1 call for each 1,000 open terms of clients or of suppliers, once for all items; 1 for a relation by its code, and 1 for an IBAN that no open term shows',
	reads: [receivable, payable, bankAccount],
	schema: { type: 'object', properties: proposalSchema },
	fields,
	run: async function* (given, session): AsyncGenerator<IDataObject> {
		const inputs = given as unknown as SuggestInputs;
		const { division, side, suggestFor } = inputs;
		const line = suggestFor === 'bankLine' ? checkedLine(inputs, session) : undefined;
		const books = await openBooks(side, await relationId(inputs, session), division, session);
		const payments =
			line === undefined ? books.payments : [await bankLine(inputs, line, books, session)];
		const proposed = proposals(payments, books.invoices, books.taken);
		if (proposed.length === 0 && line !== undefined) yield noProposal(line, side, division);
		for (const proposal of proposed) {
			const payment = payments.find(({ key }) => key === proposal.payment);
			yield proposalItem(proposal, payment, { books, side, division });
		}
	},
};

/** The amount of a bank line, the way in which it pays: received of a client, paid to a supplier. */
function checkedLine({ bankLine, side }: SuggestInputs, session: Session): number {
	const { amount } = bankLine;
	if (amount !== undefined) return toMinor(side === 'client' ? amount : -amount, DECIMALS) + 0;
	return session.fail({
		code: 'PARAM_REQUIRED',
		message: "'Bank Line > Amount' is empty",
		description:
			'Enter the amount of the bank line: what comes in is positive, what goes out negative.',
	});
}

async function bankLine(
	{ bankLine: line, division, client, supplier, side }: SuggestInputs,
	amount: number,
	books: OpenBooks,
	session: Session,
): Promise<Payment> {
	const isKnown = (side === 'client' ? client : supplier) !== undefined;
	return {
		key: '',
		amount,
		relationsOfIban: isKnown ? [] : await relationsOfIban(line.iban, books, division, session),
		...(isKnown ? { relation: books.invoices[0]?.relation } : {}),
		text: [line.description, line.reference].filter(Boolean).join(' \n '),
		name: line.name,
		date: line.date,
	};
}

/** The relation to which suggestions are limited, if there is one. */
async function relationId(
	{ side, client, supplier, division }: SuggestInputs,
	session: Session,
): Promise<string | undefined> {
	const reference = side === 'client' ? client : supplier;
	if (reference === undefined) return undefined;
	if ('id' in reference) return reference.id;
	const lookUp = lookUps[side];
	const row = (await resolve([{ lookUp, reference }], division, session)).row(lookUp, reference);
	return row === undefined
		? notFound(session, lookUp.record, reference, division)
		: textOf(row.ID).toLowerCase();
}
