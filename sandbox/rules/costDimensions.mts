import type { Rules } from '../entities/entity.mjs';
import { checkCode } from './codes.mjs';
import { inEntries, usedBy } from './uses.mjs';

const glAccounts = { en: 'G/L accounts', nl: 'Grootboekrekeningen' };

export const costcenterRules: Rules = {
	prepare(row, writing, before) {
		row['Active'] ??= true;
		checkCode(writing, 'Costcenters', row, before);
	},
	usedIn: usedBy('Code', [
		{ entity: 'GLAccounts', column: 'Costcenter', words: glAccounts },
		...inEntries('CostCenter'),
	]),
};

export const costunitRules: Rules = {
	prepare(row, writing, before) {
		checkCode(writing, 'Costunits', row, before);
	},
	usedIn: usedBy('Code', [
		{ entity: 'GLAccounts', column: 'Costunit', words: glAccounts },
		...inEntries('CostUnit'),
	]),
};
