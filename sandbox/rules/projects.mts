import type { Row, Rules } from '../entities/entity.mjs';
import { checkCode, checkOneOf } from './codes.mjs';
import { messages } from './messages.mjs';
import { inEntries, usedBy } from './uses.mjs';

/** The projects that Exact knows, by the number of their type. */
export const projectTypes: Readonly<Record<number, string>> = {
	1: 'Campaign',
	2: 'Fixed price',
	3: 'Time and material',
	4: 'Non billable',
	5: 'Prepaid',
};

/** What is done for somebody; seen in practice only, so there is a switch. */
const forAccounts: readonly Row[string][] = [2, 3, 5];
const known = Object.keys(projectTypes).map(Number);

export const projectRules: Rules = {
	prepare(row, writing, before) {
		checkCode(writing, 'Projects', row, before);
		checkOneOf(writing, row['Type'], known, { en: 'Type', nl: 'Type' });
		const wanted = writing.settings.projectAccount && forAccounts.includes(row['Type']);
		if (wanted && !row['Account'])
			writing.fail(messages.mandatory({ en: 'Account', nl: 'Relatie' }));
	},
	usedIn: usedBy('ID', inEntries('Project')),
};
