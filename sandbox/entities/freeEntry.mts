import type { FreeKind } from '../ledger/freeKinds.mjs';
import { freeEntryRules } from '../rules/freeEntries.mjs';
import { freeLineRules } from '../rules/freeLines.mjs';
import { columns } from './column.mjs';
import { lookup } from './computed.mjs';
import type { Entity } from './entity.mjs';
import { freeEntryColumns, freeEntryLabels, freeLineColumns, lineLabels } from './entryColumns.mjs';

type Particulars = Pick<Entity, 'model' | 'title'> & { table: string };

/** Entries whose lines name account, relation and date themselves. */
export function freeEntryEntity(kind: FreeKind, { model, title, table }: Particulars): Entity {
	return {
		name: kind.entity,
		model,
		key: 'EntryID',
		title,
		labels: freeEntryLabels,
		answersPosts: true,
		rules: freeEntryRules(kind),
		computed: freeEntryColumns,
		columns: columns(table),
	};
}

/** Their lines. */
export function freeLineEntity(kind: FreeKind, { model, title, table }: Particulars): Entity {
	return {
		name: kind.lines,
		model,
		key: 'ID',
		title,
		labels: { ...lineLabels, Account: { en: 'Account', nl: 'Relatie' } },
		answersPosts: true,
		rules: freeLineRules(kind),
		computed: {
			...freeLineColumns,
			EntryNumber: lookup('EntryID', kind.entity, 'EntryNumber'),
			OffsetID: lookup('ID', 'TransactionLines', 'OffsetID'),
		},
		columns: columns(table),
	};
}
