import type { Endpoint, Entity, Row, Words, Writing } from '../entities/entity.mjs';
import { entityNamed } from '../entities/index.mjs';
import { newGuid } from '../rows/input.mjs';
import { languageTags, messages } from '../rules/messages.mjs';
import { validate } from '../rules/validate.mjs';
import type { ApiReply, ApiRequest } from '../seam.mjs';
import { sqlMoment } from '../serverTime.mjs';
import { ODataError } from './failure.mjs';
import type { View } from './field.mjs';
import type { ServicePath } from './path.mjs';
import { readPayload } from './payload.mjs';
import type { Payload } from './payload.mjs';
import { recordAt } from './read.mjs';
import { recordReply } from './reply.mjs';
import { shape, shell, uriOf } from './shape.mjs';

type Answer = Omit<ApiReply, 'endpoint'>;

/** Answers a POST, PUT or DELETE. */
export function write(request: ApiRequest, view: View, path: ServicePath): Answer {
	const onRecord = path.key !== undefined;
	if (onRecord === (request.method === 'POST') || path.collection !== undefined || path.count) {
		throw new ODataError(405, 'Method Not Allowed');
	}
	if (request.method === 'POST') return create(request, view);
	const row = recordAt(view, path.key ?? '');
	return request.method === 'PUT' ? update(request, view, row) : remove(view, row);
}

interface Draft {
	entity: Entity;
	row: Row;
	given: ReadonlySet<string>;
}

function create(request: ApiRequest, view: View): Answer {
	const { writing, check } = begin(view);
	const payload = readPayload(view.endpoint, request.body, true);
	const drafts = draftsOf(view.endpoint, payload, writing);
	check();
	for (const { entity, row } of drafts) writing.company.store(entity.name, [row]);
	for (const { entity, row, given } of drafts) entity.rules?.stored?.(row, writing, given);
	const row = drafts[0]?.row ?? {};
	// Without Prefer the answer is an empty shell: every property null but the key (recorded).
	const wanted = /return=representation/i.test(request.headers['prefer'] ?? '');
	const answer = recordReply(
		request,
		wanted ? shape(view, undefined, [])(row) : shell(view, row),
		201,
	);
	return { ...answer, headers: { ...answer.headers, Location: uriOf(view)(row) } };
}

/** The record of a POST and, after it, the records that came inside it. */
function draftsOf(endpoint: Endpoint, payload: Payload, writing: Writing, parent?: Row): Draft[] {
	const { entity } = endpoint;
	const moment = sqlMoment(writing.now);
	const row: Row = { ...payload.values, ...parent, Created: moment, Modified: moment };
	if (typeof row['ID'] !== 'string') row['ID'] = newGuid(writing.company, entity.name);
	if (writing.company.table(entity.name).get(String(row['ID']))) writing.fail(messages.exists);
	validate(entity, row, writing, undefined, parent && Object.keys(parent)[0]);
	entity.rules?.prepare?.(row, writing);
	const given = new Set(Object.keys(payload.values));
	const children = payload.children.flatMap(({ endpoint: child, by, payloads }) =>
		payloads.flatMap((inner) => draftsOf(child, inner, writing, { [by]: row['ID'] })),
	);
	return [{ entity, row, given }, ...children];
}

/** Partial: what is not sent stays as it is. */
function update(request: ApiRequest, view: View, before: Row): Answer {
	const { entity } = view.endpoint;
	const { writing, check } = begin(view);
	const { values } = readPayload(view.endpoint, request.body, false);
	delete values[entity.key];
	const given = new Set(Object.keys(values));
	const row: Row = { ...before, ...values, Modified: sqlMoment(writing.now) };
	validate(entity, row, writing, given);
	entity.rules?.prepare?.(row, writing, before);
	check();
	// Other rows and the index hold on to this object.
	Object.assign(before, row);
	writing.company.store(entity.name, [before]);
	entity.rules?.stored?.(before, writing, given);
	return { status: 204, headers: { DataServiceVersion: '1.0;' } };
}

function remove(view: View, row: Row): Answer {
	const { entity } = view.endpoint;
	const { rules = {}, title } = entity;
	const { writing, check } = begin(view);
	const users = rules.usedIn?.(row, writing.company) ?? [];
	if (users.length > 0) writing.fail(messages.cannotDelete(title, users));
	check();
	const owned = rules.owns?.(row, writing.company) ?? [];
	for (const { entity: name, rows } of owned) eraseAll(entityNamed(name), rows, writing);
	erase(entity, row, writing);
	rules.removed?.(row, writing);
	return { status: 204, headers: { DataServiceVersion: '1.0;' } };
}

function eraseAll(entity: Entity | undefined, rows: readonly Row[], writing: Writing): void {
	if (!entity) throw new Error('an entity owns rows of one that is not stored');
	for (const row of rows) erase(entity, row, writing);
}

/** Takes a row away; sync clients learn of it from the row that appears in Deleted. */
function erase(entity: Entity, row: Row, { company, user, now }: Writing): void {
	company.table(entity.name).remove(String(row[entity.key]));
	if (entity.deletedType === undefined) {
		company.touch();
		return;
	}
	const deleted: Row = {
		ID: newGuid(company, 'Deleted'),
		DeletedBy: user.id,
		DeletedDate: sqlMoment(now),
		EntityKey: row[entity.key],
		EntityType: entity.deletedType,
	};
	company.store('Deleted', [deleted]);
}

/** Validation errors come together, one a line, as HTTP 500: Exact's way to refuse a record. */
function begin({ scope, settings }: View) {
	const failures: Words[] = [];
	const { company, user, now } = scope;
	const writing: Writing = { company, user, now, fail: (text) => failures.push(text) };
	const check = () => {
		if (failures.length === 0) return;
		const text = failures.map((words) => words[settings.language]).join('\r\n');
		throw new ODataError(500, text, languageTags[settings.language]);
	};
	return { writing, check };
}
