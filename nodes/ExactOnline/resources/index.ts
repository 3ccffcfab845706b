/** Every resource of the node: one line each. */
export { apiRequest } from './apiRequest';
export { attachment } from './attachment';
export { client } from './client';
export { division } from './division';
export { invoice } from './invoice';
export { supplier } from './supplier';
