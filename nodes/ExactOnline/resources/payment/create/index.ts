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
	cost: 'As Financial Entry: Create and Matching: Match, for all items of a division together; 3 calls more to see what is open, 1 more for each 40 invoices, and 1 for each 40 items with a key',
	record: financialEntry,
	reads: touched.reads,
	writes: [bankEntry, cashEntry, document, ...touched.writes],
	schema: { ...schema, properties: { ...schema.properties, ...paymentsSchema } },
	fields: { division, ...paymentFields, ...outputFields(financialEntry) },
	runTogether: createPayments,
};
