/** Exact's numbers of the kinds of journals, by the words that the record shows. */
export const typeNumbers = {
	bank: 12,
	cash: 10,
	general: 90,
	paymentService: 16,
	purchase: 22,
	purchaseReturn: 23,
	sales: 20,
	salesReturn: 21,
} as const;
export type JournalType = keyof typeof typeNumbers;

export const typeOptions = [
	{ name: 'Bank', value: 'bank' },
	{ name: 'Cash', value: 'cash' },
	{ name: 'General', value: 'general' },
	{ name: 'Payment Service', value: 'paymentService' },
	{ name: 'Purchase', value: 'purchase' },
	{ name: 'Purchase Return', value: 'purchaseReturn', description: 'Received credit notes' },
	{ name: 'Sales', value: 'sales' },
	{ name: 'Sales Return', value: 'salesReturn', description: 'Credit notes' },
] satisfies Array<{ name: string; value: JournalType; description?: string }>;
