import type { Rules } from '../entities/entity.mjs';
import { checkCode, checkOneOf } from './codes.mjs';

export const paymentConditionRules: Rules = {
	prepare(row, writing, before) {
		row['PaymentMethod'] ??= 'B';
		row['PaymentDays'] ??= 0;
		checkCode(writing, 'PaymentConditions', row, before);
		checkOneOf(writing, row['PaymentMethod'], ['B', 'I', 'K', 'Q'], {
			en: 'Payment method',
			nl: 'Betalingswijze',
		});
	},
};
