import type { INodePropertyOptions } from 'n8n-workflow';

import { lookUps, type MasterLookUp } from '../../kit/lookups';
import { costcenter } from '../../records/costcenter';
import { costunit } from '../../records/costunit';
import { project } from '../../records/project';
import type { RecordType } from '../../records/record';

export const planNames = ['costCenter', 'costUnit', 'project'] as const;
export type PlanName = (typeof planNames)[number];

/** One of the ways in which Exact divides the ledger. Exact has exactly these; they can not be nested. */
export interface Plan {
	/** What its accounts are called together. */
	many: string;
	record: RecordType;
	lookUp: MasterLookUp;
	/** Column of a ledger line that names the account: by code, or by ID. */
	line: { code: string; id?: string };
}

export const plans: Readonly<Record<PlanName, Plan>> = {
	costCenter: {
		many: 'Cost centers',
		record: costcenter,
		lookUp: lookUps.costCenter,
		line: { code: 'CostCenter' },
	},
	costUnit: {
		many: 'Cost units',
		record: costunit,
		lookUp: lookUps.costUnit,
		line: { code: 'CostUnit' },
	},
	project: {
		many: 'Projects',
		record: project,
		lookUp: lookUps.project,
		line: { code: 'ProjectCode', id: 'Project' },
	},
};

export const planOptions = [
	{ name: 'Cost Centers', value: 'costCenter' },
	{ name: 'Cost Units', value: 'costUnit' },
	{ name: 'Projects', value: 'project' },
] satisfies Array<INodePropertyOptions & { value: PlanName }>;
