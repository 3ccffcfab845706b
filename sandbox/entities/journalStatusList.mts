import { byCode } from '../rules/codes.mjs';
import { journalTypes } from '../rules/journals.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity, Row, Scope } from './entity.mjs';
import { lookupCode } from './computed.mjs';

const journalType = (row: Row, { company }: Scope) =>
	byCode(company, 'Journals', row['Journal'])?.['Type'] ?? null;

/** Which periods are closed, journal by journal. Status: 0 open, 1 closed. */
export const journalStatusList: Entity = {
	name: 'JournalStatusList',
	model: 'Exact.Web.Api.Models.Financial.JournalStatusList',
	key: 'Journal',
	furtherKeys: ['Period', 'Year'],
	title: { en: 'Journal status', nl: 'Dagboekstatus' },
	computed: {
		JournalDescription: lookupCode('Journal', 'Journals', 'Description'),
		JournalType: journalType,
		JournalTypeDescription: (row, scope) => journalTypes[Number(journalType(row, scope))] ?? null,
		Status: (row) => row['Status'] ?? 0,
		StatusDescription: (row) => (row['Status'] === 1 ? 'Closed' : 'Open'),
	},
	columns: columns(`
	Journal                             String
	Period                              Int32
	Year                                Int32
	JournalDescription                  String
	JournalType                         Int32
	JournalTypeDescription              String
	Status                              Int32
	StatusDescription                   String
	`),
};

export const journalStatusEndpoints = [
	ordinary('read/financial/JournalStatusList', journalStatusList, { verbs: ['GET'] }),
];
