import { accountEndpoints, accounts } from './accounts.mjs';
import { activeEmploymentEndpoints, activeEmployments } from './activeEmployments.mjs';
import { addressEndpoints, addresses } from './addresses.mjs';
import { bankAccountEndpoints, bankAccounts } from './bankAccounts.mjs';
import { contactEndpoints, contacts } from './contacts.mjs';
import { costcenterEndpoints, costcenters } from './costcenters.mjs';
import { costunitEndpoints, costunits } from './costunits.mjs';
import { currencies, currencyEndpoints } from './currencies.mjs';
import { deleted, deletedEndpoints } from './deleted.mjs';
import { divisionEndpoints } from './divisions.mjs';
import { documentAttachmentEndpoints, documentAttachments } from './documentAttachments.mjs';
import { documentCategoryEndpoints } from './documentCategories.mjs';
import { documentEndpoints, documents } from './documents.mjs';
import { documentTypeEndpoints } from './documentTypes.mjs';
import { employeeEndpoints, employees } from './employees.mjs';
import type { Endpoint, Entity } from './entity.mjs';
import { exchangeRateEndpoints, exchangeRates } from './exchangeRates.mjs';
import { financialPeriodEndpoints, financialPeriods } from './financialPeriods.mjs';
import { generalJournalEntries, generalJournalEntryEndpoints } from './generalJournalEntries.mjs';
import {
	generalJournalEntryLineEndpoints,
	generalJournalEntryLines,
} from './generalJournalEntryLines.mjs';
import { deductibilityPercentages, glAccountEndpoints, glAccounts } from './glAccounts.mjs';
import { journalStatusEndpoints, journalStatusList } from './journalStatusList.mjs';
import { journalEndpoints, journals } from './journals.mjs';
import {
	bankEntries,
	bankEntryLines,
	cashEntries,
	cashEntryLines,
	moneyEntryEndpoints,
} from './moneyEntries.mjs';
import { openingBalanceEndpoints } from './openingBalances.mjs';
import { openItemListEndpoints } from './openItemLists.mjs';
import { paymentConditionEndpoints, paymentConditions } from './paymentConditions.mjs';
import { paymentEndpoints, payments } from './payments.mjs';
import { projectEndpoints, projects } from './projects.mjs';
import { purchaseEntries, purchaseEntryEndpoints } from './purchaseEntries.mjs';
import { purchaseEntryLineEndpoints, purchaseEntryLines } from './purchaseEntryLines.mjs';
import { receivableEndpoints, receivables } from './receivables.mjs';
import { reportingBalanceEndpoints } from './reportingBalance.mjs';
import { salesEntries, salesEntryEndpoints } from './salesEntries.mjs';
import { salesEntryLineEndpoints, salesEntryLines } from './salesEntryLines.mjs';
import { syncTimestampEndpoints } from './syncTimestamp.mjs';
import { transactionLineEndpoints, transactionLines } from './transactionLines.mjs';
import { vatCodeEndpoints, vatCodes, vatPercentages } from './vatCodes.mjs';

const endpoints: Endpoint[] = [
	...divisionEndpoints,
	...accountEndpoints,
	...addressEndpoints,
	...bankAccountEndpoints,
	...contactEndpoints,
	...journalEndpoints,
	...journalStatusEndpoints,
	...glAccountEndpoints,
	...vatCodeEndpoints,
	...currencyEndpoints,
	...exchangeRateEndpoints,
	...financialPeriodEndpoints,
	...paymentConditionEndpoints,
	...costcenterEndpoints,
	...costunitEndpoints,
	...projectEndpoints,
	...documentEndpoints,
	...documentAttachmentEndpoints,
	...documentTypeEndpoints,
	...documentCategoryEndpoints,
	...salesEntryEndpoints,
	...salesEntryLineEndpoints,
	...purchaseEntryEndpoints,
	...purchaseEntryLineEndpoints,
	...generalJournalEntryEndpoints,
	...generalJournalEntryLineEndpoints,
	...moneyEntryEndpoints,
	...transactionLineEndpoints,
	...receivableEndpoints,
	...paymentEndpoints,
	...openItemListEndpoints,
	...reportingBalanceEndpoints,
	...openingBalanceEndpoints,
	...employeeEndpoints,
	...activeEmploymentEndpoints,
	...deletedEndpoints,
	...syncTimestampEndpoints,
];

const byPath = new Map(endpoints.map((endpoint) => [endpoint.path.toLowerCase(), endpoint]));

/** The entities that have a table in every company. */
const stored: Entity[] = [
	accounts,
	addresses,
	bankAccounts,
	contacts,
	journals,
	journalStatusList,
	glAccounts,
	deductibilityPercentages,
	vatCodes,
	vatPercentages,
	currencies,
	exchangeRates,
	financialPeriods,
	paymentConditions,
	costcenters,
	costunits,
	projects,
	documents,
	documentAttachments,
	salesEntries,
	salesEntryLines,
	purchaseEntries,
	purchaseEntryLines,
	generalJournalEntries,
	generalJournalEntryLines,
	bankEntries,
	bankEntryLines,
	cashEntries,
	cashEntryLines,
	transactionLines,
	receivables,
	payments,
	employees,
	activeEmployments,
	deleted,
];

const byName = new Map(stored.map((entity) => [entity.name.toLowerCase(), entity]));

/** Paths are matched without regard to case: real clients write crm and CRM. */
export function endpointAt(path: string): Endpoint | undefined {
	return byPath.get(path.toLowerCase());
}

export { meEndpoint } from './me.mjs';

/** The stored entity of this name. */
export function entityNamed(name: string): Entity | undefined {
	return byName.get(name.toLowerCase());
}
