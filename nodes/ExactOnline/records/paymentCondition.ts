import { paymentConditionColumns } from './columns/paymentCondition';
import { record } from './record';
import { guid, moment, percent, text, whole, word } from './shows';

/** How money is paid, on relations and invoices alike. */
export const paymentMethods: Readonly<Record<string, string>> = {
	B: 'onCredit',
	I: 'collection',
	K: 'cash',
	Q: 'paymentServiceProvider',
	V: 'creditCard',
};

/** A payment term: after how many days, and how. */
export const paymentCondition = record({
	noun: 'payment term',
	path: 'cashflow/PaymentConditions',
	key: 'ID',
	code: 'Code',
	scope: 'Financial: cashflow',
	columns: paymentConditionColumns,
	shows: {
		id: guid('ID'),
		code: text('Code'),
		name: text('Description'),
		paymentMethod: word('PaymentMethod', paymentMethods),
		days: whole('PaymentDays'),
		endOfMonths: whole('PaymentEndOfMonths'),
		discountDays: whole('DiscountPaymentDays'),
		discountPercentage: percent('DiscountPercentage'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
