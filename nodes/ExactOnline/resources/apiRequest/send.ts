import type { IDataObject } from 'n8n-workflow';

import { openQuery } from '../../exact/odata/openQuery';
import type { OpenCall, Session } from '../../exact/session';
import { withoutMetadata } from '../../exact/source';
import { plainText, quoted, type Field, type Inputs } from '../../kit/field';
import { choice, jsonObject, requiredText, textField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import type { Operation } from '../../kit/operation';
import { limitOf, pagingFields } from '../../kit/paging';
import { divisionReference } from '../../kit/reference';

const onlyFor = (...methods: string[]) => ({ displayOptions: { show: { method: methods } } });

const body = jsonObject({ label: 'JSON Body', placeholder: 'e.g. {"Name": "Jansen"}' });

const fields = {
	division: divisionReference(lookUps.division),
	method: choice(
		{ label: 'Method', hint: 'GET reads; the others change something', section: 'subject' },
		[
			{ name: 'DELETE', value: 'DELETE' },
			{ name: 'GET', value: 'GET' },
			{ name: 'POST', value: 'POST' },
			{ name: 'PUT', value: 'PUT' },
		],
		'GET',
	),
	path: pathField(),
	query: textField({
		label: 'Query',
		placeholder: "e.g. $select=ID,Code&$filter=Code eq '400000'",
		hint: "Options after the question mark, in Exact Online's own words; they are encoded for you",
	}),
	body: { ...body, property: { ...body.property, ...onlyFor('POST', 'PUT') } },
	returnAll: {
		...pagingFields.returnAll,
		property: { ...pagingFields.returnAll.property, ...onlyFor('GET') },
	},
	limit: {
		...pagingFields.limit,
		property: {
			...pagingFields.limit.property,
			displayOptions: { show: { method: ['GET'], returnAll: [false] } },
		},
	},
};

/** Any call below a division, with this node's limits, login, paging and error texts. */
export const send: Operation = {
	value: 'send',
	words: {
		name: 'Send',
		action: 'Send API request',
		description: 'Call any path of Exact Online within a division',
	},
	rows: [],
	cost: '1 call for each page',
	fields,
	run: async function* (inputs, session) {
		const {
			method,
			division,
			path,
			query,
			body: json,
			...paging
		} = inputs as Inputs<typeof fields>;
		const call: OpenCall = { method, division, path, query: openQuery(query ?? '') };
		if (method === 'GET') yield* read(call, limitOf(paging), session);
		else
			yield await write(
				{ ...call, body: method === 'DELETE' ? undefined : (json as IDataObject | undefined) },
				session,
			);
	},
};

async function* read(
	call: OpenCall,
	limit: number | undefined,
	session: Session,
): AsyncGenerator<IDataObject> {
	for await (const row of session.listPath(call, limit)) {
		yield { Division: call.division, ...withoutMetadata(row) };
	}
}

async function write(call: OpenCall, session: Session): Promise<IDataObject> {
	const answer = (await session.call(call)) as { d?: IDataObject } | undefined;
	return {
		Division: call.division,
		...withoutMetadata(answer?.d ?? { success: true }),
	};
}

/** The path below the division; a whole address would send the token to wherever it points. */
function pathField(): Field<string> {
	const field = requiredText({
		label: 'Path',
		placeholder: 'e.g. financial/GLAccounts',
		hint: 'What follows the division in the address, without a slash in front',
	});
	return {
		...field,
		read: (value, place) => {
			const path = plainText(value).replace(/^\/+/, '');
			if (path === '') return field.read(value, place);
			if (/^[\w/]+(\(guid'[0-9a-f-]{36}'\)[\w/]*|\(-?\d+\)|\('[^'/]*'\))?$/i.test(path)) {
				return path;
			}
			return place.refuse(
				'PARAM_FORMAT',
				`is ${quoted(value)}`,
				"Expected a path below the division, such as financial/GLAccounts or crm/Accounts(guid'…'); options such as $select belong in 'Query'.",
			);
		},
	};
}
