import type { Resource } from '../../kit/operation';
import { create } from './create';
import { get } from './get';
import { getBalances } from './getBalances';
import { getMany } from './getMany';
import { update } from './update';

export const ledgerAccount: Resource = {
	value: 'ledgerAccount',
	name: 'Ledger Account',
	description: 'G/L account, chart of accounts',
	operations: [getMany, get, getBalances, create, update],
};
