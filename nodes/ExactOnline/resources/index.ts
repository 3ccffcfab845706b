/** Every resource of the node: one line each. */
export { apiRequest } from './apiRequest';
export { client } from './client';
export { division } from './division';
export { supplier } from './supplier';
