import type { Row } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { byCode } from '../rules/codes.mjs';
import { balanceTypeOf } from '../rules/glAccountTypes.mjs';
import { sqlMoment } from '../serverTime.mjs';
import { guidOf, spaceOf } from './deterministic.mjs';
import type { Masters } from './masters.mjs';
import { currencyRows, periodRows, rateRows } from './mastersPeriods.mjs';
import { slug } from './slug.mjs';

/** Fills the tables that entries refer to; the relations are there already. */
export function fillMasters(company: Company, masters: Masters): void {
	const keep = (entity: string, rows: readonly Row[]) => {
		company.store(entity, numbered(company, entity, rows));
	};
	company.store('Currencies', currencyRows());
	keep('ExchangeRates', rateRows());
	keep('FinancialPeriods', periodRows(masters.firstMonth));
	keep('GLAccounts', glAccountRows(masters));
	keep('VATCodes', vatCodeRows(company, masters));
	keep('VatPercentages', percentageRows(company));
	keep('PaymentConditions', conditionRows(masters));
	keep('Costcenters', costcenterRows(masters));
	keep('Costunits', masters.costunits.map(described));
	keep('Projects', projectRows(company, masters));
	keep('Journals', journalRows(company, masters));
}

const introduced = Date.UTC(2020, 0, 6, 9);

/** Keys and moments by the place in the list: the same in every run. */
function numbered({ code }: Company, entity: string, rows: readonly Row[]): Row[] {
	const space = spaceOf(`${code} ${entity}`);
	return rows.map((row, index) => {
		const moment = sqlMoment(introduced + index * 61_003);
		return { ID: guidOf(space, index), Created: moment, Modified: moment, ...row };
	});
}

const described = ([Code, Description]: readonly [string, string, ...unknown[]]): Row => ({
	Code,
	Description,
});

/** The types that are in credit as a rule; an account may say otherwise. */
const creditTypes = [22, 25, 27, 35, 50, 52, 110, 140];

function glAccountRows({ glAccounts }: Masters): Row[] {
	return glAccounts.map(([Code, Description, Type, more]) => ({
		Code,
		Description,
		Type,
		SearchCode: slug(Description).slice(0, 12).toUpperCase(),
		BalanceType: balanceTypeOf(Type),
		BalanceSide: creditTypes.includes(Type) ? 'C' : 'D',
		...more,
	}));
}

function journalRows(company: Company, { journals }: Masters): Row[] {
	return journals.map(([Code, Description, Type, gl, more]) => ({
		Code,
		Description,
		Type,
		Currency: company.division['Currency'],
		GLAccount: byCode(company, 'GLAccounts', gl)?.['ID'],
		AllowVAT: Type !== 90,
		AllowVariableCurrency: true,
		AllowVariableExchangeRate: true,
		...more,
	}));
}

function vatCodeRows(company: Company, { vatCodes, vatToPay, vatToClaim }: Masters): Row[] {
	const glAccount = (code: string) => byCode(company, 'GLAccounts', code)?.['ID'];
	const booked = { GLToPay: glAccount(vatToPay), GLToClaim: glAccount(vatToClaim) };
	return vatCodes.map(([Code, Description, Percentage, Type, VATTransactionType, more]) => ({
		Code,
		Description,
		Percentage,
		Type,
		VATTransactionType,
		Country: company.division['Country'],
		VatDocType: 'P',
		EUSalesListing: 'N',
		...(Percentage > 0 ? booked : {}),
		...more,
	}));
}

function percentageRows(company: Company): Row[] {
	return company
		.table('VATCodes')
		.rows()
		.map(({ ID, Percentage }) => ({
			VATCodeID: ID,
			LineNumber: 1,
			Percentage,
			StartDate: Date.UTC(2019, 0, 1),
			Type: 0,
		}));
}

function conditionRows({ paymentConditions }: Masters): Row[] {
	return paymentConditions.map(([Code, Description, PaymentDays, PaymentMethod]) => ({
		Code,
		Description,
		PaymentDays,
		PaymentMethod,
		PaymentEndOfMonths: 0,
		Percentage: 1,
	}));
}

function costcenterRows({ costcenters }: Masters): Row[] {
	return costcenters.map(([Code, Description, EndDate]) => ({
		Code,
		Description,
		EndDate,
		Active: EndDate === undefined,
	}));
}

/** Each project is for another of the customers. */
function projectRows(company: Company, { projects }: Masters): Row[] {
	const customers = company
		.table('Accounts')
		.rows()
		.filter((account) => account['Status'] === 'C' && !account['Blocked']);
	return projects.map(([Code, Description, StartDate], index) => ({
		Code,
		Description,
		StartDate,
		Type: 3,
		Account: customers[index]?.['ID'],
	}));
}
