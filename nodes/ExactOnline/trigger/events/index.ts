/** Every event of the trigger: one line each. */
export { newInvoice } from './newInvoice';
export { newOrUpdatedClient, newOrUpdatedSupplier } from './newOrUpdatedRelation';
