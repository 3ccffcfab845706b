import { entityNamed } from './entities/index.mjs';
import { lenientOData, strictOData, type ODataSettings } from './odata/switches.mjs';
import { lenientXml, strictXml, type XmlSettings } from './xml/switches.mjs';

export type ProfileName = 'strict' | 'lenient';

/** Level of one scope of the app registration, in Exact's own words. */
export type ScopeLevel = 'unused' | 'read' | 'manage';

/** Every switch of the sandbox, one flat object: `PATCH /control/settings` takes any part of it. */
export interface Settings extends ODataSettings, XmlSettings {
	/** Life of an access token in seconds; Exact: 600. */
	tokenLife: number;
	/** Seconds after which a token may be refreshed; null: life less a twentieth, Exact's 570 of 600. */
	earliestRefresh: number | null;
	/** Days that an unused refresh token stays valid; Exact: 30. */
	refreshDays: number;
	/** Calls of the token endpoint per app, user and day; Exact: 200. */
	tokenDayLimit: number;
	/** Whether a superseded refresh token breaks the chain for everybody who shares it. */
	reuseBreaksChain: boolean;
	/** Calls per calendar minute, app and company; Exact: 60. */
	minuteLimit: number;
	/** Calls per UTC day, app and company; Exact: 5000. */
	dayLimit: number;
	/** Answers of 400, 401, 403 and 404 per app, user, company, endpoint and hour; Exact: 10. */
	errorLimit: number;
	/** Megabytes in one request, files counted without their base64; Exact: 10. */
	maxUploadMb: number;
	/** Which of the two sets of rate headers is sent. */
	rateHeaders: 'both' | 'minute' | 'day' | 'none';
	/** Whether answers carry a `Date` header (always the sandbox's clock). */
	dateHeader: boolean;
	/** Scopes that the app lacks, e.g. `{"crm.accounts": "read"}`; scopes not named are at `manage`. */
	rights: Record<string, ScopeLevel>;
}

const protocol = {
	tokenLife: 600,
	earliestRefresh: null,
	refreshDays: 30,
	tokenDayLimit: 200,
	minuteLimit: 60,
	dayLimit: 5000,
	errorLimit: 10,
	maxUploadMb: 10,
	rateHeaders: 'both',
	dateHeader: true,
	rights: {},
} as const;

const profiles: Record<ProfileName, Settings> = {
	strict: { ...strictOData, ...strictXml, ...protocol, reuseBreaksChain: true },
	lenient: { ...lenientOData, ...lenientXml, ...protocol, reuseBreaksChain: false },
};

/** A fresh copy of everything that a profile sets. */
export function settingsOf(profile: ProfileName): Settings {
	return structuredClone(profiles[profile]);
}

/** The values that a switch with named positions can take; the others are checked by type. */
const positions: Readonly<Record<string, readonly string[]>> = {
	rateHeaders: ['both', 'minute', 'day', 'none'],
	moments: ['local', 'utc'],
	language: ['en', 'nl'],
	salesCredit: ['invoice', 'creditNote'],
	returnJournalSign: ['positive', 'negative'],
	postTotals: ['pending', 'final'],
	entryNumbers: ['kept', 'replaced'],
	bankBalances: ['given', 'derived'],
	balanceCredit: ['positive', 'negative'],
	costCodes: ['fixed', 'free'],
	xmlApi: ['on', 'refused', 'gone'],
	xmlMessages: ['each', 'merged', 'extra', 'none'],
	writeOffPeriods: ['attribute', 'either'],
};

const kindOf = (value: unknown): string =>
	Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;

/** What is wrong with a patch, or undefined; an unknown switch is an error, so that no test flips nothing. */
export function faultOfPatch(patch: object): string | undefined {
	const known: object = profiles.strict;
	for (const [name, value] of Object.entries(patch)) {
		if (!Object.hasOwn(known, name)) return `Unknown switch: ${name}`;
		const allowed = positions[name];
		if (allowed && !allowed.includes(String(value))) {
			return `${name} is one of ${allowed.join(', ')}`;
		}
		const expected =
			name === 'earliestRefresh' ? 'number or null' : kindOf(Reflect.get(known, name));
		const actual = kindOf(value);
		if (!expected.includes(actual)) return `${name} takes a ${expected}, not a ${actual}`;
		if (actual === 'number' && !(Number(value) >= 0)) return `${name} cannot be negative`;
		const fault = faultOfList(name, value);
		if (fault) return fault;
	}
	return undefined;
}

/** The columns in a list of `drop` or `tamper` must exist. */
function faultOfList(name: string, value: unknown): string | undefined {
	if (!Array.isArray(value)) return undefined;
	for (const item of value as unknown[]) {
		const at = name === 'drop' ? String(item).split('.') : placeOf(item);
		if (!at) return `${name} takes {entity, column} with add (a number) or set`;
		const [entity = '', column = ''] = at;
		if (!entityNamed(entity)?.columns.byName.has(column))
			return `${name}: no column ${at.join('.')}`;
	}
	return undefined;
}

function placeOf(item: unknown): string[] | undefined {
	if (typeof item !== 'object' || item === null) return undefined;
	const { entity, column, add, set, ...rest } = { ...item } as Partial<Record<string, unknown>>;
	const one = typeof add === 'number' ? set === undefined : add === undefined && set !== undefined;
	return one && Object.keys(rest).length === 0 ? [String(entity), String(column)] : undefined;
}
