import fc from 'fast-check';

import { hostileText } from '../unit/hostileText.cjs';

const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
const piecesOfJson = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'{"d":',
				'{"results":[',
				']}',
				'}',
				'[',
				'"__next":"',
				'"',
				',',
				'null',
				'\\ud83d',
			),
			hostileText,
		),
		{ maxLength: 8 },
	)
	.map((parts) => Buffer.from(parts.join('')));

/** Header values that Node's server sends; texts as they come over the wire. */
const headerValue = fc.oneof(
	fc.constantFrom(
		...[
			'',
			'0',
			'-1',
			'NaN',
			'1e99',
			'Infinity',
			'5, 5',
			'null',
			'gzip',
			'br',
			'deflate',
			'x',
			'utf-16',
		],
		...[
			'text/html',
			'application/json; charset=utf-16',
			'image/png',
			'application/octet-stream',
			'/',
		],
		...['http://127.0.0.1:1/', '//evil.example/', 'Fri, 31 Dec 9999 23:59:59 GMT', '9'.repeat(300)],
	),
	fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).map((text) => text.trim()),
);
const header = fc.tuple(
	fc.constantFrom(
		...[
			'content-type',
			'content-encoding',
			'content-disposition',
			'location',
			'retry-after',
			'date',
		],
		...['x-ratelimit-remaining', 'x-ratelimit-reset', 'x-ratelimit-minutely-remaining', 'reason'],
		...[
			'x-ratelimit-minutely-reset',
			'x-ratelimit-minutely-limit',
			'www-authenticate',
			'__proto__',
		],
	),
	fc.oneof(headerValue, fc.array(headerValue, { minLength: 2, maxLength: 2 })),
);

/** Any answer that a server may give. */
export const anyReply = fc.record({
	status: fc.constantFrom(
		200,
		200,
		200,
		201,
		204,
		206,
		299,
		301,
		302,
		304,
		400,
		401,
		404,
		429,
		500,
		502,
		599,
	),
	headers: fc.array(header, { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
	body: fc.oneof(anyBytes, piecesOfJson),
	isOurs: fc.boolean(),
});
