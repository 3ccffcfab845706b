import { touched } from '../../../kit/matching/entities';
import type { BatchOperation } from '../../../kit/operation';
import { outputFields } from '../../../kit/output';
import { document } from '../../../records/document';
import { bankEntry, cashEntry, financialEntry } from '../../../records/financialEntry';
import { schemaOf } from '../../../records/record';
import { division, paymentFields } from './fields';
import { paymentsSchema } from './outcome';
import { createPayments } from './run';

const schema = schemaOf(financialEntry);

/** Create: books a bank or cash entry that pays invoices, then matches it with them. */
export const create: BatchOperation = {
	value: 'create',
	words: {
		name: 'Create',
		action: 'Create payment',
		description: 'Book a bank or cash entry that pays invoices, and match it with them',
	},
	rows: [],
	cost: '1 call for each item to book it, as Financial Entry: Create does; for all items of a division together 4 to look at what is open, and those of Matching: Match',
	record: financialEntry,
	reads: touched.reads,
	writes: [bankEntry, cashEntry, document, ...touched.writes],
	schema: { ...schema, properties: { ...schema.properties, ...paymentsSchema } },
	fields: { division, ...paymentFields, ...outputFields(financialEntry) },
	runTogether: createPayments,
};
