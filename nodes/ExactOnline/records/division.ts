import type { Row } from '../exact/source';
import { divisionColumns } from './columns/division';
import { record } from './record';
import { addressLines, derived, flag, group, text, whole, word } from './shows';

/** The columns that say together whether a company can be worked in. */
export const activityColumns = ['Status', 'BlockingStatus', 'ArchiveDate'];

export function isActiveDivision({ Status, BlockingStatus, ArchiveDate }: Row): boolean {
	return Status === 1 && BlockingStatus === 0 && (ArchiveDate ?? null) === null;
}

/** A company (administration) that the login can reach. */
export const division = record({
	noun: 'division',
	path: 'system/Divisions',
	key: 'Code',
	divisionColumn: 'Code',
	scope: 'Organization: administration',
	columns: divisionColumns,
	shows: {
		id: whole('Code'),
		name: text('Description'),
		customerName: text('CustomerName'),
		customerCode: text('CustomerCode'),
		isActive: derived(activityColumns, 'boolean', isActiveDivision),
		status: word('Status', { 0: 'inactive', 1: 'active', 2: 'archived' }),
		isMain: flag('IsMainDivision'),
		vatNumber: text('VATNumber'),
		chamberOfCommerce: text('ChamberOfCommerceNumber'),
		siretNumber: text('SiretNumber'),
		currency: text('Currency'),
		country: text('Country'),
		legislation: text('Legislation'),
		address: group({
			...addressLines,
		}),
	},
});
