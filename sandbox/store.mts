import { demoWorld } from './demo-data/index.mjs';
import { endpointAt, meEndpoint } from './entities/index.mjs';
import type { Endpoint } from './entities/entity.mjs';
import { approve } from './ledger/approvals.mjs';
import { match } from './ledger/matching.mjs';
import { ODataError, notFound } from './odata/failure.mjs';
import type { View } from './odata/field.mjs';
import { parsePath } from './odata/path.mjs';
import type { ServicePath } from './odata/path.mjs';
import { read } from './odata/read.mjs';
import { errorReply } from './odata/reply.mjs';
import type { ODataSettings } from './odata/switches.mjs';
import { write } from './odata/write.mjs';
import type { World } from './rows/company.mjs';
import { companyOf, dump, generate, insert } from './rows/control.mjs';
import type { ApiReply, ApiRequest, Store } from './seam.mjs';
import { carryOut } from './xml/matching.mjs';

/** The limit of IIS on an address, counted after encoding. IIS answers itself, before OData. */
const longestUrl = 6000;

/** Exact Online as far as records are concerned, in memory. */
export function createStore(contents: 'demo' | 'empty'): Store {
	const world = demoWorld(contents);
	return {
		answer: (request, settings) => answer(world, request, settings),
		dump: (division, entity) => dump(world, division, entity),
		insert: (division, entity, rows) => insert(world, division, entity, rows),
		generate: (division, entity, count) => generate(world, division, entity, count),
		match: (division, chosen, now) => match(companyOf(world, division), chosen, now),
		matchSet: (division, set, by) => carryOut(set, { company: companyOf(world, division), ...by }),
		approve: (division, entry, status) => approve(companyOf(world, division), entry, status),
		divisionsOf: () => [...world.granted],
		exists: (division) => world.companies.has(division),
	};
}

function answer(world: World, request: ApiRequest, settings: ODataSettings): ApiReply {
	const path = parsePath(request.service);
	const endpoint = path && find(request, path);
	const name = nameOf(request, endpoint);
	try {
		if (request.base.length + request.rawUrl.length > longestUrl) return tooLong(name);
		if (!path || !endpoint) throw notFound(lastSegment(request.service));
		if (!endpoint.verbs.includes(request.method)) throw new ODataError(405, 'Method Not Allowed');
		const view = viewOf(world, request, settings, endpoint);
		const handle = request.method === 'GET' ? read : write;
		return { ...handle(request, view, path), endpoint: name };
	} catch (error) {
		if (!(error instanceof ODataError)) throw error;
		return { ...errorReply(request, error), endpoint: name };
	}
}

function find({ division }: ApiRequest, { endpoint }: ServicePath): Endpoint | undefined {
	if (division !== 'current') return endpointAt(endpoint);
	return endpoint.toLowerCase() === 'me' ? meEndpoint : undefined;
}

function nameOf({ division, service }: ApiRequest, endpoint: Endpoint | undefined): string {
	const name = endpoint?.path ?? service.replace(/\(.*$/, '');
	return division === 'current' ? `current/${name}` : name;
}

function lastSegment(service: string): string {
	return service.replace(/\(.*$/, '').split('/').at(-1) ?? service;
}

function viewOf(
	world: World,
	request: ApiRequest,
	settings: ODataSettings,
	endpoint: Endpoint,
): View {
	const { division, user, now, base } = request;
	// system/Divisions looks at no company, so that one may be named that does not exist.
	const company =
		world.companies.get(division === 'current' ? user.currentDivision : division) ??
		world.companies.get(user.currentDivision);
	if (!company) throw notFound(String(division));
	const scope = { company, world, user, now, base, settings };
	return { endpoint, scope, settings, division };
}

function tooLong(endpoint: string): ApiReply {
	const body =
		'<!DOCTYPE html><html><head><title>404 - File or directory not found.</title></head><body><h2>404 - File or directory not found.</h2></body></html>';
	return { status: 404, body, contentType: 'text/html', endpoint };
}
