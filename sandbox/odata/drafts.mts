import type { Draft, Endpoint, Entity, Row, Writing } from '../entities/entity.mjs';
import { completeKey } from '../rows/input.mjs';
import { messages } from '../rules/messages.mjs';
import { tampered } from '../rules/tamper.mjs';
import { validate } from '../rules/validate.mjs';
import { sqlMoment } from '../serverTime.mjs';
import type { Payload } from './payload.mjs';
import type { Begun } from './writing.mjs';

/** A record of a POST with what came inside it. */
interface Tree extends Draft {
	entity: Entity;
	inside: Tree[];
}

/** Stores a record and everything inside it, or nothing at all when a rule fails. */
export function enter(endpoint: Endpoint, payload: Payload, { writing, check }: Begun): Row {
	const tree = draftOf(endpoint, payload, writing);
	check();
	complete(tree, writing);
	check();
	store(tree, writing);
	settle(tree, writing, 'created');
	return tree.row;
}

function draftOf(
	endpoint: Endpoint,
	payload: Payload,
	writing: Writing,
	parent?: { row: Row; by: string; key: Row[string] },
): Tree {
	const { entity } = endpoint;
	const moment = sqlMoment(writing.now);
	const values = received(entity, payload.values, writing);
	const given = new Set(Object.keys(values));
	const row: Row = { ...values, Created: moment, Modified: moment };
	if (parent) row[parent.by] = parent.key;
	completeKey(entity, writing.company, row);
	const key = row[entity.key];
	if (writing.company.table(entity.name).get(String(key))) writing.fail(messages.exists);
	entity.rules?.fill?.(row, writing, parent?.row);
	validate(entity, row, writing, undefined, parent?.by);
	entity.rules?.prepare?.(row, writing, undefined, given);
	const inside = payload.children.flatMap(({ endpoint: child, by, payloads }) =>
		payloads.map((inner) => draftOf(child, inner, writing, { row, by, key })),
	);
	checkCollections(endpoint, payload, writing);
	return { entity, row, given, inside };
}

/** What a POST takes over of what it was sent: switches play an Exact that ignores some of it. */
function received({ name, key }: Entity, values: Row, { settings }: Writing): Row {
	const ignored = settings.drop.flatMap((dropped) => {
		const [entity, column = ''] = dropped.split('.');
		return entity === name ? [column] : [];
	});
	if (key === 'EntryID' && !settings.callerIds) ignored.push(key);
	return Object.fromEntries(Object.entries(values).filter(([column]) => !ignored.includes(column)));
}

function checkCollections({ entity }: Endpoint, { children }: Payload, writing: Writing): void {
	for (const { name, path, mandatory } of entity.columns.collections.values()) {
		const sent = children.find(({ endpoint }) => endpoint.path === path);
		if (!mandatory || (sent && sent.payloads.length > 0)) continue;
		writing.fail(messages.mandatory(entity.labels?.[name] ?? { en: name, nl: name }));
	}
}

function complete({ entity, inside, ...draft }: Tree, writing: Writing): void {
	for (const inner of inside) complete(inner, writing);
	entity.rules?.complete?.(draft, inside, writing);
}

function store({ entity, row, inside }: Tree, writing: Writing): void {
	tampered(entity.name, row, writing);
	writing.company.store(entity.name, [row]);
	for (const inner of inside) store(inner, writing);
}

function settle({ entity, row, given, inside }: Tree, writing: Writing, how: 'created' | 'inside') {
	entity.rules?.stored?.(row, writing, given, how);
	for (const inner of inside) settle(inner, writing, 'inside');
}
