import type { IDataObject } from 'n8n-workflow';

import { readPage } from '../../exact/odata/page';
import { openQuery } from '../../exact/odata/openQuery';
import type { OpenCall, Session } from '../../exact/session';
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
	run: (inputs, session) => {
		const { method, division, path, query, body, ...paging } = inputs as Inputs<typeof fields>;
		const call: OpenCall = { method, division, path, query: openQuery(query ?? '') };
		if (method === 'GET') return read(call, limitOf(paging), session);
		if (method === 'DELETE') return write(call, session);
		return write({ ...call, body: body as IDataObject | undefined }, session);
	},
};

async function* read(
	call: OpenCall,
	limit: number | undefined,
	session: Session,
): AsyncGenerator<IDataObject> {
	for await (const rows of session.listPath(call, limit)) {
		for (const row of rows) yield { Division: call.division, ...row };
	}
}

async function* write(call: OpenCall, session: Session): AsyncGenerator<IDataObject> {
	const answer = (await session.call(call)) as { d?: unknown } | null | undefined;
	const [row] = readPage(answer)?.rows ?? [];
	yield { Division: call.division, ...(row ?? { success: true }) };
}

/**
 * An entity, maybe one record of it by its key. A key in quotes holds nothing that an address gives a meaning to: `\` is
 * a slash to some.
 */
const PATH = /^[\w/]+(\(guid'[0-9a-f-]{36}'\)[\w/]*|\(-?\d+\)|\('[^'/\\?#%\p{Cc}\p{Cs}]*'\))?$/iu;

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
			if (path === '') return field.read(path, place);
			if (PATH.test(path)) return path;
			return place.refuse(
				'PARAM_FORMAT',
				`is ${quoted(value)}`,
				"Expected a path below the division, such as financial/GLAccounts or crm/Accounts(guid'…'); options such as $select belong in 'Query'.",
			);
		},
	};
}
