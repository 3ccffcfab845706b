import type { Resource } from '../kit/operation';
import { apiRequest } from './apiRequest';
import { client } from './client';
import { division } from './division';
import { supplier } from './supplier';

/** Every resource of the node: one line each. */
export const resources: readonly Resource[] = [client, supplier, division, apiRequest];
