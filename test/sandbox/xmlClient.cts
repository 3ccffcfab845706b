import axios from 'axios';
import { XMLParser } from 'fast-xml-parser';
import type { Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';

/** A line of a match set, as its attributes. */
export interface XmlLine {
	finyear: unknown;
	finperiod: unknown;
	journal: unknown;
	entry: unknown;
	amountdc: unknown;
}

export interface XmlSet {
	glAccount?: string;
	account?: string;
	lines: readonly XmlLine[];
	/** The element `WriteOff`, written out. */
	writeOff?: string;
}

/** One Message of an answer; `key` and `keyAlt` are those of its record. */
export interface XmlMessage {
	type: string;
	text: string;
	date: string;
	node?: string;
	key?: string;
	keyAlt?: string;
}

interface Parsed {
	eExact?: {
		Messages?: {
			Message?: Array<{
				type: string;
				Description: string;
				Date: string;
				Topic?: { code: string; node: string; Data: { key?: string; keyAlt: string } };
			}>;
		};
	};
}

const reader = new XMLParser({
	...{ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false },
	isArray: (name: string) => name === 'Message',
});

const coded = (name: string, code: string | undefined) =>
	code === undefined ? '' : `<${name} code="${code}"/>`;

const lineXml = (line: XmlLine) => {
	const attributes = Object.entries(line).map(([name, value]) => `${name}="${String(value)}"`);
	return `<MatchLine ${attributes.join(' ')}/>`;
};

export const setXml = ({ glAccount, account, lines, writeOff = '' }: XmlSet): string =>
	`<MatchSet>${coded('GLAccount', glAccount)}${coded('Account', account)}<MatchLines>${lines
		.map(lineXml)
		.join('')}</MatchLines>${writeOff}</MatchSet>`;

/** The document around sets, in the form that Exact's own examples have. */
export const documentXml = (inside: string): string =>
	`<?xml version="1.0" encoding="utf-8"?>
<eExact xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="eExact-XML.xsd">
	<MatchSets>${inside}</MatchSets>
</eExact>`;

export interface XmlOptions {
	topic?: string;
	division?: number | string;
	contentType?: string;
	token?: string;
	timeout?: number;
}

/** Uploads to the XML API with a token that has just been issued; every answer comes back. */
export async function xmlClient(sandbox: Sandbox) {
	const { access_token } = await sandbox.issueTokens();
	const upload = async (body: string, options: XmlOptions = {}) => {
		const { topic = 'MatchSets', division = companies.dutch, timeout } = options;
		const url = `${sandbox.url}/docs/XMLUpload.aspx?Topic=${topic}&_Division_=${division}`;
		const { status, data, headers } = await axios.post<string>(url, body, {
			...{ validateStatus: () => true, maxRedirects: 0, timeout },
			headers: {
				'Content-Type': options.contentType ?? 'application/xml',
				Authorization: `Bearer ${options.token ?? access_token}`,
			},
		});
		return { status, data, headers, messages: messagesIn(data) };
	};
	return {
		upload,
		/** What is said of the sets, which are sent in one upload. */
		match: async (...sets: XmlSet[]) =>
			(await upload(documentXml(sets.map(setXml).join('')))).messages,
	};
}

export type XmlClient = Awaited<ReturnType<typeof xmlClient>>;

function messagesIn(body: unknown): XmlMessage[] {
	if (typeof body !== 'string') return [];
	const { eExact } = reader.parse(body) as Parsed;
	return (eExact?.Messages?.Message ?? []).map(({ type, Description, Date, Topic }) => ({
		...{ type, text: Description, date: Date, node: Topic?.node },
		...Topic?.Data,
	}));
}
