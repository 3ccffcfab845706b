import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import type { Problem } from '../../../kit/booking/problems';
import { parsePeriod, type FinancialPeriod } from '../../../ledger/period';
import type { CreateInputs } from './fields';
import { periodDay } from './needs';

/** The period that the invoice is booked in, which must be open for its journal. */
export function readPeriod(
	inputs: CreateInputs,
	journal: Row | undefined,
	facts: Facts,
	problems: Problem[],
): FinancialPeriod | undefined {
	const { period: given } = inputs.additionalFields;
	const where = given === undefined ? ['Invoice Date'] : ['Additional Fields', 'Book in Period'];
	const month = given === undefined ? undefined : parsePeriod(given, where);
	if (month !== undefined && 'code' in month) problems.push(month);
	if (inputs.invoiceDate === undefined) {
		const expected = 'Enter the date of the invoice.';
		problems.push({ code: 'PARAM_REQUIRED', where: ['Invoice Date'], what: 'is empty', expected });
	}
	const day = periodDay(inputs);
	if (day === undefined) return undefined;
	const period = facts.period(day);
	if (period === undefined) {
		problems.push({
			code: 'PERIOD_UNKNOWN',
			where,
			what: `is ${given ?? day}, which is not in any financial period`,
			expected: 'Check the date, or open the financial year in Exact Online.',
		});
	} else if (journal !== undefined && facts.isClosed(textOf(journal.Code), period)) {
		problems.push({
			code: 'PERIOD_CLOSED',
			where,
			what: `is ${given ?? day}: period ${period.year}/${period.period} is closed for journal ${textOf(journal.Code)}`,
			expected: "Use another date, or 'Book in Period' with one that is open.",
		});
	}
	return period;
}
