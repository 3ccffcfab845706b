import type { Row } from '../entities/entity.mjs';
import { rounded } from './money.mjs';

/** What a line was given, signed as it is stored. */
export interface Given {
	amount: number;
	/** Takes the place of what would be calculated. */
	vat?: number;
}

/** How VAT works on a line; `charged` is reverse charge. */
export interface VatRule {
	percentage: number;
	including: boolean;
	charged: boolean;
}

export function vatRuleOf(code: Row | undefined): VatRule {
	const type = code?.['Type'];
	const taxed = type === 'E' || type === 'I';
	return {
		percentage: taxed ? Number(code?.['Percentage'] ?? 0) : 0,
		including: type === 'I',
		charged: code?.['Charged'] === true,
	};
}

/**
 * Net amount and VAT of a line, in the currency of the entry. The amount given is without VAT for a code of
 * type E and with VAT for one of type I; VAT is rounded line by line.
 */
export function priced({ amount, vat }: Given, rule: VatRule, digits: number) {
	if (!rule.including) {
		const net = rounded(amount, digits);
		return { net, vat: rounded(vat ?? net * rule.percentage, digits) };
	}
	const gross = rounded(amount, digits);
	const taxed = rounded(vat ?? gross - gross / (1 + rule.percentage), digits);
	return { net: rounded(gross - taxed, digits), vat: taxed };
}
