import type { Problem } from '../../../kit/booking/problems';
import type { InvoiceKindFacts } from '../../../ledger/kinds';
import type { CreateInputs } from './fields';

/** Fields that Exact has in one country only. */
export function checkCountry(
	{ additionalFields: more }: CreateInputs,
	{ side }: InvoiceKindFacts,
	country: string,
	problems: Problem[],
): void {
	const withholding = [more.withholdingAmount, more.withholdingBase, more.withholdingPercentage];
	const isWithheld = withholding.some((value) => value !== undefined);
	if (isWithheld && (country !== 'ES' || side !== 'sales')) {
		problems.push({
			code: 'WITHHOLDING_UNSUPPORTED',
			where: ['Additional Fields', 'Withholding Tax'],
			what: 'is given, but exists for sales in Spain only',
			expected: 'Leave the three fields empty.',
		});
	}
	if (more.gAccountAmount === undefined || country === 'NL') return;
	problems.push({
		code: 'PARAM_RANGE',
		where: ['Additional Fields', 'G-Account Amount'],
		what: 'is given, but blocked accounts exist in the Netherlands only',
		expected: 'Leave the field empty.',
	});
}
