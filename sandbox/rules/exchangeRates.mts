import type { Rules } from '../entities/entity.mjs';
import { messages } from './messages.mjs';

const dayLength = 86_400_000;

/** A rate is more than nothing and begins today unless it says otherwise. */
export const exchangeRateRules: Rules = {
	prepare(row, writing) {
		row['StartDate'] ??= Math.floor(writing.now / dayLength) * dayLength;
		if (!(Number(row['Rate']) > 0)) {
			writing.fail(messages.invalid({ en: 'Exchange rate', nl: 'Wisselkoers' }));
		}
	},
};
