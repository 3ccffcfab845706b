import type { Row } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import type { Masters } from './masters.mjs';

const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Twelve months a year; a year that begins after January bears the number of the one it ends in. */
export function periodRows(firstMonth: number): Row[] {
	return years.flatMap((FinYear) => {
		const begins = firstMonth === 1 ? FinYear : FinYear - 1;
		return months.map((FinPeriod) => {
			const month = firstMonth - 1 + FinPeriod - 1;
			return {
				FinYear,
				FinPeriod,
				StartDate: Date.UTC(begins, month, 1),
				EndDate: Date.UTC(begins, month + 1, 0),
			};
		});
	});
}

/**
 * All is closed up to 2024; later years are open but for the first month of purchases in 2026. This comes
 * after the entries: the rules of a POST hold for those as well.
 */
export function closePeriods(company: Company, { journals }: Masters): void {
	const rows = journals.flatMap(([Journal]) =>
		years.flatMap((Year) =>
			months.map((Period) => {
				const closed = Year <= 2024 || (Journal === '60' && Year === 2026 && Period === 1);
				return { Journal, Year, Period, Status: closed ? 1 : 0 };
			}),
		),
	);
	company.store('JournalStatusList', rows);
}

const currencies = [
	['EUR', 'Euro', 2],
	['USD', 'Amerikaanse dollar', 2],
	['GBP', 'Brits pond', 2],
	['CHF', 'Zwitserse frank', 2],
	['JPY', 'Japanse yen', 0],
] as const;

export function currencyRows(): Row[] {
	return currencies.map(([Code, Description, AmountPrecision]) => ({
		Code,
		Description,
		AmountPrecision,
		PricePrecision: AmountPrecision + 2,
		Created: Date.UTC(2020, 0, 6, 9),
		Modified: Date.UTC(2020, 0, 6, 9),
	}));
}

const rates = { USD: 0.9, GBP: 1.15, CHF: 1.05, JPY: 0.006 };

/** What one unit of each currency is worth in euro. */
export function rateRows(): Row[] {
	return Object.entries(rates).map(([SourceCurrency, Rate]) => ({
		SourceCurrency,
		Rate,
		StartDate: Date.UTC(2020, 0, 1),
	}));
}
