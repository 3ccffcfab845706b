import type { Rules } from '../entities/entity.mjs';
import { checkOneOf } from './codes.mjs';

/** B on credit, I collection, K cash, V credit card. */
export const termRules: Rules = {
	prepare(row, writing) {
		const words = { en: 'Payment method', nl: 'Betalingswijze' };
		checkOneOf(writing, row['PaymentMethod'], ['B', 'I', 'K', 'V'], words);
	},
};
