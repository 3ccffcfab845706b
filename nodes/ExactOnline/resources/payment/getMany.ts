import { textOf } from '../../exact/values/text';
import { requiredIdField } from '../../kit/entryKey';
import { readMany } from '../../kit/operation';
import { kindOf } from '../../ledger/kinds';
import { invoicePayment } from '../../records/invoicePayment';
import { journal } from '../../records/journal';
import { payable, receivable } from '../../records/openItem';
import { transactionLine } from '../../records/transactionLine';
import { controlsOf, firstLines } from './controlLines';
import { paymentsOf } from './ofInvoices';

/** Get Many: what an invoice was paid with. */
export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many payments of an invoice',
		description: 'Retrieve many payments of one invoice, and whether they add up to what is paid',
	},
	rows: ['R31'],
	cost: '3 calls; 1 for what the invoice itself points at, 1 for lines that name its number where none is matched, and 1 for the journals',
	record: invoicePayment,
	reads: [receivable, payable, journal],
	fields: {
		invoiceId: requiredIdField(
			{
				label: 'Invoice ID',
				placeholder: 'e.g. 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
				hint: 'ID of a sales or purchase invoice or credit note, as Invoice Get Many returns it',
			},
			'the ID of an invoice, such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77: Invoice > Get Many returns it.',
		),
	},
	run: async function* ({ invoiceId }, { division, select, limit }, session) {
		const [line] = await firstLines([invoiceId], division, session);
		if (line === undefined) {
			return session.fail({
				code: 'NOT_FOUND',
				message: `No invoice with ID ${invoiceId} in division ${division}`,
				description:
					'It may have been deleted, or belong to another division. Invoice > Get Many shows what there is.',
				endpoint: transactionLine.path,
				division,
			});
		}
		const type = Number(line.Type);
		if (kindOf(type) === undefined) {
			return session.fail({
				code: 'TYPE',
				message: `Entry ${invoiceId} is no invoice (type ${type})`,
				description: 'Only invoices and credit notes have payments. Use Journal Entry for it.',
				division,
				more: { type },
			});
		}
		const controls = await controlsOf([line], division, session);
		const payments = await paymentsOf(controls, { division, select }, session);
		const rows = (payments.get(invoiceId) ?? []).slice(0, limit);
		if (rows.length === 0) return;
		const types = new Map<string, unknown>();
		const reading = { division, select: ['Code', 'Type'] };
		for await (const { Code, Type } of session.list(journal, reading))
			types.set(textOf(Code), Type);
		for (const row of rows) yield { ...row, JournalType: types.get(textOf(row.JournalCode)) };
	},
});
