/** Whose items a control account holds, with Exact's types of such ledger accounts (`GLAccounts.Type`). */
export const controlTypes = { client: 20, supplier: 22, employee: 25 } as const;

export type Party = keyof typeof controlTypes;

/** Exact's types of journals (`Journals.Type`) whose invoices stand on the control account of a party. */
export const invoiceJournals: Readonly<Record<Party, readonly number[]>> = {
	client: [20, 21],
	supplier: [22, 23],
	employee: [],
};

/** What a rule has to know of a ledger account; keys in one case. */
export interface ControlCandidate {
	id: string;
	type: number;
	isBlocked: boolean;
}

/** What is known of where the items of a party stand. */
export interface ControlFacts<A extends ControlCandidate> {
	/** The account that the relation has of its own. */
	own: A | undefined;
	/** All ledger accounts. */
	accounts: readonly A[];
	/** The accounts that journals for invoices of this party book on. */
	ofJournals: readonly string[];
}

/**
 * The control account of a party: the relation's own, else the only one of its type, else the only one that its invoices
 * are booked on. Without a clear answer: those that may be meant, none or several.
 */
export function controlAccount<A extends ControlCandidate>(
	party: Party,
	{ own, accounts, ofJournals }: ControlFacts<A>,
): { account: A } | { candidates: A[] } {
	if (own !== undefined) return { account: own };
	const candidates = accounts.filter(
		({ type, isBlocked }) => type === controlTypes[party] && !isBlocked,
	);
	const booked = candidates.filter(({ id }) => ofJournals.includes(id));
	for (const [account, ...others] of [candidates, booked]) {
		if (account !== undefined && others.length === 0) return { account };
	}
	return { candidates };
}
