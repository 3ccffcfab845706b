/** Every resource of the node: one line each. */
export { analyticAccount } from './analyticAccount';
export { analyticPlan } from './analyticPlan';
export { apiRequest } from './apiRequest';
export { attachment } from './attachment';
export { bankAccount } from './bankAccount';
export { bookyear } from './bookyear';
export { client } from './client';
export { contact } from './contact';
export { division } from './division';
export { employee } from './employee';
export { invoice } from './invoice';
export { journal } from './journal';
export { ledgerAccount } from './ledgerAccount';
export { paymentTerm } from './paymentTerm';
export { supplier } from './supplier';
export { vatCode } from './vatCode';
