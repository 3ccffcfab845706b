import type { Row, Rules, Writing } from '../entities/entity.mjs';
import { checkCode } from './codes.mjs';
import { messages } from './messages.mjs';
import { inEntries, usedBy } from './uses.mjs';

const glAccounts = { en: 'G/L accounts', nl: 'Grootboekrekeningen' };

/** Exact's own screens have a function to recode; the reference allows a PUT all the same. */
function checkCostCode(entity: string, row: Row, writing: Writing, before?: Row): void {
	checkCode(writing, entity, row, before);
	const changed = before && row['Code'] && row['Code'] !== before['Code'];
	if (!changed || writing.settings.costCodes === 'free') return;
	writing.fail(messages.notAllowed({ en: 'Code', nl: 'Code' }));
}

export const costcenterRules: Rules = {
	prepare(row, writing, before) {
		row['Active'] ??= true;
		checkCostCode('Costcenters', row, writing, before);
	},
	usedIn: usedBy('Code', [
		{ entity: 'GLAccounts', column: 'Costcenter', words: glAccounts },
		...inEntries('CostCenter'),
	]),
};

export const costunitRules: Rules = {
	prepare(row, writing, before) {
		checkCostCode('Costunits', row, writing, before);
	},
	usedIn: usedBy('Code', [
		{ entity: 'GLAccounts', column: 'Costunit', words: glAccounts },
		...inEntries('CostUnit'),
	]),
};
