import { costunitRules } from '../rules/costDimensions.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit } from './computed.mjs';

/** Entry lines name one by its code. From EndDate on it is not used any more. */
export const costunits: Entity = {
	name: 'Costunits',
	model: 'Exact.Web.Api.Models.HRM.Costunit',
	key: 'ID',
	title: { en: 'Cost unit', nl: 'Kostendrager' },
	labels: {
		Code: { en: 'Code', nl: 'Code' },
		Description: { en: 'Description', nl: 'Omschrijving' },
	},
	rules: costunitRules,
	computed: audit,
	columns: columns(`
	ID                                  Guid        rw
	Code                                String      rw  mandatory
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	CustomField                         String
	Description                         String      rw  mandatory
	Division                            Int32
	EndDate                             Day         rw
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	`),
};

export const costunitEndpoints = [ordinary('hrm/Costunits', costunits)];
