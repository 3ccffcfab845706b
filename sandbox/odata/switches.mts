/**
 * What the OData half of the sandbox can be told to do either way.
 *
 * Exact's documentation and its service disagree in places, and some answers are only known from one
 * company. Every such place is a switch; a profile picks a whole set.
 */
export interface ODataSettings {
	/** Refuse an entity whose list of mandatory filters is not met. */
	mandatoryFilter: boolean;
	/** Refuse a filter on anything but the documented columns of a bulk endpoint. */
	closedFilter: boolean;
	/** Refuse a wide entity without `$select`; bulk and sync refuse always. */
	selectRequired: boolean;
	/** Whether bulk accepts `$orderby`, which the documentation leaves open. */
	bulkOrderby: boolean;
	/** Answer `$expand` with `__deferred` links instead of the rows. */
	expandDeferred: boolean;
	/** 'local': Created and Modified hold the server's wall clock written as if it were UTC. */
	moments: 'local' | 'utc';
	/** Language of the texts of validation errors: that of the user. */
	language: 'en' | 'nl';
	/** The lists of divisions hold only what the user may open through this app. */
	onlyCurrentUserDivisions: boolean;
	/** What a negative total in a normal journal becomes: a negative invoice, or a credit note. */
	salesCredit: 'invoice' | 'creditNote';
	/** Which sign makes a credit note in a return journal; the other one makes its opposite. */
	returnJournalSign: 'positive' | 'negative';
	/** Totals of an entry in the answer to its POST: still 0, or right at once. */
	postTotals: 'pending' | 'final';
	/** What becomes of an entry number that is sent. */
	entryNumbers: 'kept' | 'replaced';
	/** A balance that a bank or cash entry does not name: 0, or what the journal and the lines say. */
	bankBalances: 'given' | 'derived';
	/** Sign of `AmountCredit` in ReportingBalance, which nobody documents. */
	balanceCredit: 'positive' | 'negative';
	/** Whether a bank or cash line is matched at once with the open invoice that its OurRef names. */
	autoMatch: boolean;
	/** Whether the code of a cost center or cost unit can be changed. */
	costCodes: 'fixed' | 'free';
	/** Whether projects of fixed price, of time and material, and prepaid ones need an account. */
	projectAccount: boolean;
	/** Longest YourRef; what is longer is cut in silence. */
	yourRefLength: number;
	/** Whether an EntryID that is sent is honoured. */
	callerIds: boolean;
	/** Most rows of a page: 60 and, of bulk and sync, 1,000 of Exact's own are cut to it. */
	largestPage: number;
	/** Columns (`Entity.Column`) that a POST ignores in silence. */
	drop: readonly string[];
	/** Changes to rows while a POST stores them. */
	tamper: readonly Tampering[];
}

/** Adds to a column of every stored row of an entity, or sets it. */
export interface Tampering {
	entity: string;
	column: string;
	add?: number;
	set?: string | number | boolean | null;
}

/** Nothing is played unless a test asks for it. */
const honest = { largestPage: 1000, drop: [], tamper: [] };

export const strictOData: ODataSettings = {
	...honest,
	mandatoryFilter: true,
	closedFilter: true,
	selectRequired: true,
	bulkOrderby: false,
	expandDeferred: true,
	moments: 'local',
	language: 'en',
	onlyCurrentUserDivisions: true,
	salesCredit: 'invoice',
	returnJournalSign: 'positive',
	postTotals: 'pending',
	entryNumbers: 'replaced',
	bankBalances: 'given',
	balanceCredit: 'negative',
	autoMatch: false,
	costCodes: 'fixed',
	projectAccount: true,
	yourRefLength: 30,
	callerIds: false,
};

export const lenientOData: ODataSettings = {
	...honest,
	mandatoryFilter: false,
	closedFilter: false,
	selectRequired: false,
	bulkOrderby: true,
	expandDeferred: false,
	// A recorded moment and `Me.ServerTime` of the same minute show that the clock is the server's: no profile differs.
	moments: 'local',
	language: 'en',
	onlyCurrentUserDivisions: true,
	salesCredit: 'creditNote',
	returnJournalSign: 'negative',
	postTotals: 'final',
	entryNumbers: 'kept',
	bankBalances: 'derived',
	balanceCredit: 'positive',
	autoMatch: false,
	costCodes: 'free',
	projectAccount: false,
	yourRefLength: 50,
	callerIds: true,
};
