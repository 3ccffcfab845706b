/** The words of `TroubleCode` that a rule of this room can answer with. */
export type FindingCode =
	| 'PARAM_REQUIRED'
	| 'PARAM_FORMAT'
	| 'PARAM_RANGE'
	| 'PARAM_PAIR'
	| 'TOTAL_MISMATCH'
	| 'LINE_AMOUNT'
	| 'BALANCE'
	| 'ANALYTIC_SHARE'
	| 'ANALYTIC_DUPLICATE';

/** Path of an input in words that the caller knows: `['Lines', 2, 'Amount']`. */
export type Where = ReadonlyArray<string | number>;

/** Why something cannot be booked: `what` goes on after the name of the input, `expected` is a sentence. */
export interface Finding {
	code: FindingCode;
	where: Where;
	what: string;
	expected: string;
}
