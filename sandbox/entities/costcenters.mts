import { costcenterRules } from '../rules/costDimensions.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit } from './computed.mjs';

/** Entry lines name one by its code. From EndDate on it is not used any more. */
export const costcenters: Entity = {
	name: 'Costcenters',
	model: 'Exact.Web.Api.Models.HRM.Costcenter',
	key: 'ID',
	title: { en: 'Cost center', nl: 'Kostenplaats' },
	labels: {
		Code: { en: 'Code', nl: 'Code' },
		Description: { en: 'Description', nl: 'Omschrijving' },
	},
	rules: costcenterRules,
	computed: audit,
	columns: columns(`
	ID                                  Guid        rw
	Active                              Boolean     rw
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

export const costcenterEndpoints = [ordinary('hrm/Costcenters', costcenters)];
