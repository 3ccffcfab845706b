import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import type { Fields, Inputs } from '../../kit/field';
import { lookUps } from '../../kit/lookups';
import type { ItemOperation } from '../../kit/operation';
import { outputFields, presenter, type OutputInputs, type Presenter } from '../../kit/output';
import { limitOf, type PagingInputs } from '../../kit/paging';
import { divisionReference } from '../../kit/reference';
import { costcenter } from '../../records/costcenter';
import { project } from '../../records/project';
import { schemaOf } from '../../records/record';
import { plans, type PlanName } from './plans';

/** An account as it was found, and in which plan. */
export interface Found {
	plan: PlanName;
	row: Row;
	/** What the reader of the output should know. */
	warnings?: readonly string[];
}

/** What a reading of accounts is asked besides its own inputs. */
export interface AccountAsk {
	division: number;
	limit?: number;
	/** The columns that the chosen output needs of a plan's accounts. */
	columns(plan: PlanName): Promise<string[]>;
}

const division = divisionReference(lookUps.division);

type OwnInputs = OutputInputs & Partial<PagingInputs> & { division: number };

/** A reading of analytic accounts: adds *Division* and *Output* to the fields, and the plan to every item. */
export function accountReading<F extends Fields>(
	{ fields, ...rest }: Omit<ItemOperation, 'fields' | 'run' | 'record' | 'schema'> & { fields: F },
	run: (inputs: Inputs<F>, ask: AccountAsk, session: Session) => AsyncIterable<Found>,
): ItemOperation {
	const { properties, ...schema } = schemaOf(project);
	return {
		...rest,
		// A project shows all that a cost center or a cost unit does, and more.
		record: project,
		reads: [costcenter],
		schema: { ...schema, properties: { plan: { type: 'string' }, ...properties } },
		fields: { division, ...fields, ...outputFields(project) },
		run: async function* (inputs, session) {
			const given = inputs as Record<string, unknown> & OwnInputs;
			const present = presenters(given, session);
			const ask: AccountAsk = {
				division: given.division,
				limit: limitOf(given),
				columns: async (plan) => (await present(plan)).columns,
			};
			for await (const found of run(inputs as Inputs<F>, ask, session)) {
				yield shown(found, await present(found.plan));
			}
		},
	};
}

function shown({ plan, row, warnings = [] }: Found, { show }: Presenter): IDataObject {
	const said = warnings.length === 0 ? {} : { _warnings: [...warnings] };
	return { plan, ...show(row), ...said };
}

/** The output of each plan, prepared when it is first needed. */
function presenters(inputs: OwnInputs, session: Session): (plan: PlanName) => Promise<Presenter> {
	const known: Partial<Record<PlanName, Presenter>> = {};
	return async (plan) => (known[plan] ??= await presenter(plans[plan].record, inputs, session));
}
