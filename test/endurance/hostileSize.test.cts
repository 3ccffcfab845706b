import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { readXml } from '../../nodes/ExactOnline/exact/xml/read.js';
import { inDivision } from '../harness/inputs.cjs';
import { withValue } from '../nodes/answerPlaces.cjs';
import { changing, HostileBench, jsonReply } from '../nodes/hostileBench.cjs';

let hostile: HostileBench;
let elsewhere: Server;
let visits = 0;
beforeAll(async () => {
	hostile = await HostileBench.start();
	elsewhere = createServer((_, response) => {
		visits++;
		response.end('{"d": {"results": []}}');
	});
	await new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready));
}, 60_000);
afterAll(async () => {
	await hostile.stop();
	await new Promise((ended) => elsewhere.close(ended));
});

const LONG = 300_000;
const MEGABYTE = 1024 * 1024;
const filled = (piece: string, megabytes = 10) =>
	piece.repeat(Math.ceil((megabytes * MEGABYTE) / piece.length));

const documents: Array<[string, () => string]> = [
	['a text', () => `<a>${filled('x')}</a>`],
	['elements', () => `<a>${filled('<b c="1">x</b>')}</a>`],
	['comments', () => `<a>${filled('<!-- a comment -->')}</a>`],
	['an attribute', () => `<a b="${filled('x ')}"/>`],
	['depth', () => filled('<Messages>')],
	['depth that closes', () => `${'<a>'.repeat(700_000)}${'</a>'.repeat(700_000)}`],
	['CDATA', () => `<a><![CDATA[${filled('] >')}]]></a>`],
	['references', () => `<a>${filled('&amp;')}</a>`],
	['ampersands', () => `<a>${filled('& ')}</a>`],
	['begins', () => filled('<!--<![CDATA[<?xml </a')],
	['quotes', () => `<a ${filled(`a="'" `)}`],
	['blanks', () => `<a${filled(' ')}`],
	['half characters', () => filled('\ud83d')],
];

test.each(documents)(
	'ten megabytes of XML that are %s are over within seconds',
	(_, document) => {
		const text = document();
		const start = performance.now();
		const read = readXml(text);
		expect('problem' in read ? read.problem.length : read.root.name.length).toBeGreaterThan(0);
		expect(performance.now() - start).toBeLessThan(30_000);
	},
	LONG,
);

const clients = inDivision('client', 'getAll', { limit: 2 });

/** The calls of a list of clients; the last one is for its rows. */
async function lastCall() {
	const { json, calls } = await hostile.usual(clients);
	const last = calls.at(-1);
	if (last === undefined) throw new Error('Nothing was asked for');
	return { json, url: last.url, body: JSON.parse(last.reply.body.toString()) as { d: object[] } };
}

test(
	'a text of fifty megabytes is read, or refused',
	async () => {
		const { url, body, json } = await lastCall();
		const long = withValue(body, ['d', 0, 'City'], filled('x', 50));
		const { json: read } = await hostile.came(
			clients,
			changing(url, ({ reply }) => jsonReply(reply, JSON.stringify(long))),
		);
		expect(read).toHaveLength(json.length);
		expect(JSON.stringify(read).length).toBeGreaterThan(50 * MEGABYTE);
	},
	LONG,
);

test.each([
	['lists', '[', ']'],
	['objects', '{"a":', '}'],
	['only their begins', '[', ''],
])(
	'%s within each other, a million deep, are no list',
	async (_, open, close) => {
		const { url } = await lastCall();
		const text = `{"d":${open.repeat(1_000_000)}1${close.repeat(1_000_000)}}`;
		const came = await hostile.came(
			clients,
			changing(url, ({ reply }) => jsonReply(reply, text)),
		);
		expect(came.error?.context.code).toBe('UNAVAILABLE');
	},
	LONG,
);

test(
	'a small answer that unpacks to fifty megabytes is no list',
	async () => {
		const { url } = await lastCall();
		const came = await hostile.came(
			clients,
			changing(url, ({ reply }) => ({
				...reply,
				headers: { ...reply.headers, 'content-encoding': 'gzip' },
				body: gzipSync(Buffer.alloc(50 * MEGABYTE, 0x20)),
			})),
		);
		expect(came.error?.context.code).toBe('UNAVAILABLE');
	},
	LONG,
);

test(
	'whatever is named as the next page: nothing is sent elsewhere, and no list has a gap',
	async () => {
		const { url, body, json } = await lastCall();
		const { port } = elsewhere.address() as AddressInfo;
		const other = `127.0.0.1:${port}`;
		const own = new URL(hostile.any.url).host;
		const nexts: unknown[] = [
			...[`http://${other}/`, `//${other}/`, `http:\\\\${other}\\`, `http://${own}@${other}/`],
			...[`http://${own}:x@${other}/`, `http://${other}#@${own}/`, `http://${other}\\@${own}/`],
			...[
				`\thttp://${other}/`,
				`HTTP://${other}/`,
				`http://${own}.${other}/`,
				`blob:http://${own}/x`,
			],
			...[
				`http://user:pass@${own}/`,
				`http://${own}/api/v1/999/crm/Accounts`,
				`http://${own}/login`,
			],
			...[
				'',
				' ',
				'javascript:alert(1)',
				'file:///etc/passwd',
				'null',
				5,
				true,
				{},
				[],
				[url],
				{ uri: url },
			],
			`http://${own}/api/v1/2104587/../999/crm/Accounts`,
		];
		const many = inDivision('client', 'getAll', { returnAll: true });
		const { calls } = await hostile.usual(many);
		const list = calls.find((call) => call.url.includes('bulk/CRM/Accounts'));
		const before = visits;
		for (const next of nexts) {
			const page = { d: { results: body.d.slice(0, 2), __next: next } };
			const came = await hostile.came(
				many,
				changing(list?.url ?? '', ({ reply }) => jsonReply(reply, JSON.stringify(page))),
			);
			// More was promised than could be read: no list, rather than one with a gap.
			expect([next, came.json]).toEqual([next, undefined]);
		}
		expect(json.length).toBeGreaterThan(0);
		expect(visits).toBe(before);
	},
	LONG,
);

test(
	'wherever an answer redirects to, nothing is sent there',
	async () => {
		const { url } = await lastCall();
		const { port } = elsewhere.address() as AddressInfo;
		const before = visits;
		for (const status of [300, 301, 302, 303, 305, 307, 308]) {
			for (const location of [`http://127.0.0.1:${port}/`, `//127.0.0.1:${port}/`, '/login', '']) {
				const came = await hostile.came(
					clients,
					changing(url, ({ reply }) => ({
						...reply,
						status,
						headers: { ...reply.headers, location },
					})),
				);
				expect(came.error?.context.code).toMatch(/^[A-Z_]+$/);
			}
		}
		expect(visits).toBe(before);
	},
	LONG,
);
