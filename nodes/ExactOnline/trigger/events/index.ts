/** Every event of the trigger: one line each. */
export { newFinancialEntry } from './newFinancialEntry';
export { newInvoice } from './newInvoice';
export { newJournalEntry } from './newJournalEntry';
export { newOrUpdatedClient, newOrUpdatedSupplier } from './newOrUpdatedRelation';
