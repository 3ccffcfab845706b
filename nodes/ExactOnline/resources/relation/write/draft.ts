import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import type { Facts } from '../../../kit/booking/facts';
import type { Draft } from '../../../kit/booking/pipeline';
import type { Problem } from '../../../kit/booking/problems';
import type { OutputInputs } from '../../../kit/output';
import { accountBody } from './account';
import type { Given } from './given';
import { keyOf, type Match } from './match';
import { draftParts, type PartDraft } from './parts';
import type { Role } from './roles';

/** A relation as it should be: everything that is known before the first call that changes something. */
export interface RelationDraft extends Draft {
	/** The columns that were given, and those of the role. */
	body: IDataObject;
	/** The relation as it stands in Exact; without, there is none yet. */
	found?: Row;
	/** What happens to a relation that is there already, or that an earlier item of this run has made. */
	ifThere: 'update' | 'keep' | 'refuse';
	/** Items of one run with the same key mean the same relation. */
	key?: string;
	/** The key in words: `VAT number BE0123456749`. */
	keyWords: string;
	parts: readonly PartDraft[];
	/** Whether the bank account of a relation that is there may change. */
	changesBankAccount: boolean;
	output: OutputInputs;
}

/** What an operation adds to what was entered. */
export interface Purpose extends Pick<
	RelationDraft,
	'found' | 'ifThere' | 'changesBankAccount' | 'output'
> {
	match?: Match;
}

/** From what was entered and looked up to what is written: pure. `problems` are those that were found before. */
export function draftRelation(
	role: Role,
	given: Given,
	{ match, ...purpose }: Purpose,
	facts: Facts,
	problems: Problem[],
): RelationDraft {
	return {
		...purpose,
		problems,
		body: accountBody(role, given, facts, problems),
		parts: draftParts(given, problems),
		key: match && `${match.by} ${keyOf(match)}`,
		keyWords: match === undefined ? '' : `${words[match.by]} ${match.value}`,
	};
}

const words: Readonly<Record<Match['by'], string>> = {
	code: 'code',
	chamberOfCommerce: 'company number',
	email: 'email',
	id: 'ID',
	searchCode: 'search code',
	vatNumber: 'VAT number',
};

/** *Name* where a relation is to be made. */
export function checkName({ name }: Given, problems: Problem[]): void {
	if (name !== undefined) return;
	const expected = 'Enter the name of the relation.';
	problems.push({ code: 'PARAM_REQUIRED', where: ['Name'], what: 'is empty', expected });
}
