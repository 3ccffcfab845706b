import { client, supplier } from '../../records/account';
import { costcenter } from '../../records/costcenter';
import { costunit } from '../../records/costunit';
import { currency } from '../../records/currency';
import { glAccount } from '../../records/glAccount';
import { journal } from '../../records/journal';
import { paymentCondition } from '../../records/paymentCondition';
import { project } from '../../records/project';
import { vatCode } from '../../records/vatCode';
import { divisions } from './divisions';
import type { LookUp } from './lookUp';
import { contactLookUp, employeeLookUp, master, relationLookUp } from './masters';

export type { LookUp, MasterLookUp } from './lookUp';

/** Everything that fields point at: one table for the editor's lists and for the codes of a running workflow. */
export const lookUps = {
	division: divisions,
	client: relationLookUp('Client', 'client', 'searchClients', client),
	supplier: relationLookUp('Supplier', 'supplier', 'searchSuppliers', supplier),
	contact: contactLookUp,
	employee: employeeLookUp,
	ledgerAccount: master(glAccount, {
		label: 'Ledger Account',
		noun: 'ledger account',
		searchMethod: 'searchLedgerAccounts',
		codeExample: 'e.g. 700000',
		unknown: 'GL_UNKNOWN',
		looksAt: ['Type', 'IsBlocked', 'UseCostcenter', 'UseCostunit'],
	}),
	journal: master(journal, {
		label: 'Journal',
		noun: 'journal',
		searchMethod: 'searchJournals',
		codeExample: 'e.g. 70',
		unknown: 'JOURNAL',
		looksAt: [
			'Type',
			'IsBlocked',
			'Currency',
			'AllowVariableCurrency',
			'AllowVariableExchangeRate',
			'AllowVAT',
			'GLAccount',
			'GLAccountCode',
			'GLAccountType',
		],
	}),
	vatCode: master(vatCode, {
		label: 'VAT Code',
		noun: 'VAT code',
		searchMethod: 'searchVatCodes',
		codeExample: 'e.g. 4',
		unknown: 'VAT_UNKNOWN',
		looksAt: ['Percentage', 'Type', 'VATTransactionType', 'Charged', 'IsBlocked'],
	}),
	paymentTerm: master(paymentCondition, {
		label: 'Payment Term',
		noun: 'payment term',
		searchMethod: 'searchPaymentTerms',
		codeExample: 'e.g. 30',
		unknown: 'PAYMENT_TERM_UNKNOWN',
	}),
	currency: master(currency, {
		label: 'Currency',
		noun: 'currency',
		searchMethod: 'searchCurrencies',
		codeExample: 'e.g. EUR',
		codeWidth: 3,
		unknown: 'CURRENCY',
		looksAt: ['AmountPrecision'],
	}),
	costCenter: master(costcenter, {
		label: 'Cost Center',
		noun: 'cost center',
		searchMethod: 'searchCostCenters',
		codeExample: 'e.g. SALES',
		unknown: 'ANALYTIC_UNKNOWN',
		looksAt: ['EndDate'],
	}),
	costUnit: master(costunit, {
		label: 'Cost Unit',
		noun: 'cost unit',
		searchMethod: 'searchCostUnits',
		codeExample: 'e.g. BIKES',
		unknown: 'ANALYTIC_UNKNOWN',
		looksAt: ['EndDate'],
	}),
	project: master(project, {
		label: 'Project',
		noun: 'project',
		searchMethod: 'searchProjects',
		codeExample: 'e.g. P2026-01',
		unknown: 'ANALYTIC_UNKNOWN',
		looksAt: ['EndDate'],
	}),
} as const satisfies Record<string, LookUp>;
