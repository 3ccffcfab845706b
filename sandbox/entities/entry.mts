import type { EntryKind } from '../ledger/kinds.mjs';
import { entryLineRules } from '../rules/entryLines.mjs';
import { entryRules } from '../rules/entries.mjs';
import { columns } from './column.mjs';
import { lookup } from './computed.mjs';
import type { Entity } from './entity.mjs';
import {
	entryColumns,
	entryLabels,
	lineColumns,
	lineLabels,
	totalColumns,
} from './entryColumns.mjs';

/** Names and columns, the rest follows from the kind of entry. */
type Particulars = Pick<Entity, 'model' | 'title'> & { table: string };

/** Sales or purchase entries. Their POST is answered with what was stored (recorded for purchases). */
export function entryEntity(kind: EntryKind, { model, title, table }: Particulars): Entity {
	const { entity, partner, partnerWords } = kind;
	return {
		name: entity,
		model,
		key: 'EntryID',
		title,
		labels: { ...entryLabels, [partner]: partnerWords },
		answersPosts: true,
		pending: totalColumns,
		rules: entryRules(kind),
		computed: { ...entryColumns, [`${partner}Name`]: lookup(partner, 'Accounts', 'Name') },
		columns: columns(table),
	};
}

/** Their lines. Amounts are without VAT. */
export function entryLineEntity(kind: EntryKind, { model, title, table }: Particulars): Entity {
	return {
		name: kind.lines,
		model,
		key: 'ID',
		title,
		labels: lineLabels,
		rules: entryLineRules(kind),
		computed: lineColumns,
		columns: columns(table),
	};
}
