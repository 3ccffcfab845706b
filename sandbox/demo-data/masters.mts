import type { Row } from '../entities/entity.mjs';

/** The tables of a demo company that its entries refer to; everything else about them is derived. */
export interface Masters {
	/** Month in which the financial year begins, from 1. */
	firstMonth: number;
	glAccounts: readonly (readonly [code: string, description: string, type: number, more?: Row])[];
	/** `gl` is the code of the G/L account that the journal books on. */
	journals: readonly (readonly [
		code: string,
		description: string,
		type: number,
		gl?: string,
		more?: Row,
	])[];
	/** `percentage` is a fraction; `type` E excluding, I including, B base only, N none. */
	vatCodes: readonly (readonly [
		code: string,
		description: string,
		percentage: number,
		type: 'E' | 'I' | 'B' | 'N',
		transaction: 'B' | 'P' | 'S',
		more?: Row,
	])[];
	/** Codes of the G/L accounts of VAT. */
	vatToPay: string;
	vatToClaim: string;
	costcenters: readonly (readonly [code: string, description: string, endDate?: number])[];
	costunits: readonly (readonly [code: string, description: string])[];
	projects: readonly (readonly [code: string, description: string, startDate: number])[];
	paymentConditions: readonly (readonly [
		code: string,
		description: string,
		days: number,
		method: 'B' | 'I' | 'K',
	])[];
}
