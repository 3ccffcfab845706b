/** Who a demo company deals with: the names and places that its relations are made of. */
export interface Cast {
	country: 'BE' | 'NL';
	language: string;
	/** Town, postcode, dialling code. */
	towns: readonly [Town, ...Town[]];
	streets: readonly [string, ...string[]];
	firstNames: readonly [string, ...string[]];
	lastNames: readonly [string, ...string[]];
	customers: readonly string[];
	suppliers: readonly string[];
	/** Customer and supplier at once. */
	both: readonly string[];
	/** Neither: prospects, suspects, an accountant, a bank. */
	others: readonly string[];
}

export type Town = readonly [name: string, postcode: string, dial: string];
