/** JSON schemas of what the control API takes; a property that is not named here is refused. */
const profile = { enum: ['strict', 'lenient'] };
const epoch = { type: 'number' };
const count = { type: 'integer', minimum: 0 };
const status = { type: 'integer', minimum: 200, maximum: 599 };
const when = { enum: ['before', 'after'] };
const text = { type: 'string' };

type Schema = Readonly<Record<string, unknown>>;

function shape(properties: Schema, required: readonly string[] = []): Schema {
	return { type: 'object', properties, required, additionalProperties: false };
}

function faultOf(kind: string, properties: Schema = {}, required: readonly string[] = []): Schema {
	return shape({ kind: { const: kind }, ...properties }, ['kind', ...required]);
}

const fault = {
	type: 'object',
	required: ['kind'],
	discriminator: { propertyName: 'kind' },
	oneOf: [
		faultOf('status', { status, headers: { type: 'object' }, body: {} }, ['status']),
		faultOf('reset', { when }, ['when']),
		faultOf('timeout', { when, commitAfterMs: count }, ['when']),
		faultOf('truncate'),
		faultOf('html', { status }),
		faultOf('contentType', { value: text }, ['value']),
		faultOf('delay', { ms: count }, ['ms']),
		faultOf('nextLoop'),
		faultOf('nextHost', { host: text }, ['host']),
		faultOf('emptyPage'),
		faultOf('redirect', { location: text }, ['location']),
		faultOf('empty500'),
		faultOf('expired'),
	],
};

const rule = shape(
	{
		match: shape({ method: text, path: { type: 'string', format: 'regex' } }),
		skip: count,
		times: { type: 'integer', minimum: 1 },
		fault,
	},
	['match', 'fault'],
);

const keys = { type: 'array', items: text, minItems: 2 };

export const bodies = {
	reset: shape({ profile, settings: { type: 'object' }, data: { enum: ['demo', 'empty'] } }),
	clock: {
		oneOf: [
			shape({ now: epoch }, ['now']),
			shape({ advance: epoch }, ['advance']),
			shape({ mode: { const: 'real' } }, ['mode']),
		],
	},
	settings: { type: 'object', properties: { profile } },
	faults: { type: 'array', items: rule },
	tokens: shape({ user: text, life: { type: 'number', exclusiveMinimum: 0 } }),
	match: { oneOf: [shape({ terms: keys }, ['terms']), shape({ lines: keys }, ['lines'])] },
	approval: shape({ entry: text, status: { enum: [1, 2, 3, 4, null] } }, ['entry', 'status']),
	records: {
		oneOf: [
			shape({ rows: { type: 'array', items: { type: 'object' } } }, ['rows']),
			shape({ count }, ['count']),
		],
	},
};
