import type { Row } from '../entities/entity.mjs';
import { messages } from '../rules/messages.mjs';
import { validate } from '../rules/validate.mjs';
import type { ApiReply, ApiRequest } from '../seam.mjs';
import { sqlMoment } from '../serverTime.mjs';
import { enter } from './drafts.mjs';
import { ODataError } from './failure.mjs';
import type { View } from './field.mjs';
import type { ServicePath } from './path.mjs';
import { readPayload } from './payload.mjs';
import { recordAt } from './read.mjs';
import { recordReply } from './reply.mjs';
import { shape, shell, uriOf } from './shape.mjs';
import { begin } from './writing.mjs';

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

function create(request: ApiRequest, view: View): Answer {
	const payload = readPayload(view.endpoint, request.body, true);
	const row = enter(view.endpoint, payload, begin({ ...view.scope, settings: view.settings }));
	// Without Prefer most answers are empty shells: every property null but the key (recorded).
	const wanted =
		view.endpoint.entity.answersPosts ??
		/return=representation/i.test(request.headers['prefer'] ?? '');
	const record = wanted ? shape(view, undefined, [])(shown(row, view)) : shell(view, row);
	const answer = recordReply(request, record, 201);
	return { ...answer, headers: { ...answer.headers, Location: uriOf(view)(row) } };
}

/** Totals were 0 in the recorded answer to a POST, and right when read again. */
function shown(row: Row, { endpoint, settings }: View): Row {
	if (settings.postTotals === 'final') return row;
	const { pending = [] } = endpoint.entity;
	return { ...row, ...Object.fromEntries(pending.map((name) => [name, 0])) };
}

/** Partial: what is not sent stays as it is. */
function update(request: ApiRequest, view: View, before: Row): Answer {
	const { entity } = view.endpoint;
	const { writing, check } = begin({ ...view.scope, settings: view.settings });
	const { values } = readPayload(view.endpoint, request.body, false);
	delete values[entity.key];
	const given = new Set(Object.keys(values));
	const row: Row = { ...before, ...values, Modified: sqlMoment(writing.now) };
	validate(entity, row, writing, given);
	entity.rules?.prepare?.(row, writing, before, given);
	check();
	// Other rows and the index hold on to this object.
	Object.assign(before, row);
	writing.company.store(entity.name, [before]);
	entity.rules?.stored?.(before, writing, given, 'changed');
	return { status: 204, headers: { DataServiceVersion: '1.0;' } };
}

function remove(view: View, row: Row): Answer {
	const { entity } = view.endpoint;
	const { rules = {}, title } = entity;
	const { writing, check } = begin({ ...view.scope, settings: view.settings });
	rules.checkDelete?.(row, writing);
	const users = rules.usedIn?.(row, writing.company) ?? [];
	if (users.length > 0) writing.fail(messages.cannotDelete(title, users));
	check();
	writing.erase(entity.name, [row]);
	rules.removed?.(row, writing);
	return { status: 204, headers: { DataServiceVersion: '1.0;' } };
}
