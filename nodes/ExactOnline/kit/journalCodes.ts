import type { Session } from '../exact/session';
import { textOf } from '../exact/values/text';
import { lookUps } from './lookups';
import { resolve } from './lookups/resolve';

/** The codes of a comma list as Exact writes them; one that it does not know would only look like a journal without invoices. */
export async function journalCodes(
	entered: string,
	division: number,
	session: Session,
): Promise<string[]> {
	const codes = [...new Set(entered.split(',').map(textOf))].filter((code) => code !== '');
	if (codes.length === 0) return [];
	const lookUp = lookUps.journal;
	const wanted = codes.map((code) => ({ lookUp, reference: { code } }));
	const known = await resolve(wanted, division, session);
	const missing = codes.filter((code) => known.row(lookUp, { code }) === undefined);
	if (missing.length === 0) {
		return codes.map((code) => textOf(known.row(lookUp, { code })?.Code));
	}
	const there = known
		.rows(lookUp)
		.map(({ Code, Description }) => `${textOf(Code)} ${textOf(Description)}`);
	return session.fail({
		code: 'JOURNAL',
		message: `Unknown journal code in division ${division}: ${missing.join(', ')}`,
		description: `There are ${there.join(', ')}.`,
		endpoint: lookUp.record.path,
		division,
	});
}
