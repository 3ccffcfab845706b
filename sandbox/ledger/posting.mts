import type { Row, Value } from '../entities/entity.mjs';
import { controlAccount } from './books.mjs';
import type { Books } from './books.mjs';
import type { EntryKind } from './kinds.mjs';
import { rounded, total } from './money.mjs';
import { vatRuleOf } from './pricing.mjs';

/** One line of the ledger before it is a row: debit is positive. */
export interface Posting {
	glAccount: Value;
	amount: number;
	/** The line of the entry that it comes from. */
	line?: Row;
	/** The line as such; what is split off from it is another posting of the same line. */
	whole?: boolean;
	vatCode?: Value;
	vatType?: string;
	vat?: number;
	base?: number;
	/** The amount in the currency of the company, where the rate of the entry does not give it. */
	home?: number;
	/** Columns of the ledger line that go before those of the entry. */
	columns?: Row;
}

interface Entry {
	kind: EntryKind;
	header: Row;
	lines: readonly Row[];
	books: Books;
}

/**
 * The ledger of an entry in its currency: first the control line with the total, then the lines, what of
 * them is private, and the VAT of each code. The control line is what all others leave.
 */
export function postingsOf(entry: Entry): Posting[] {
	const { kind, header, lines, books } = entry;
	const digits = books.digits(header['Currency']);
	const parts = lines.map((line) => partsOf(entry, line, digits));
	const rest = [
		...parts.map(({ own }) => own),
		...parts.flatMap(({ personal }) => personal ?? []),
		...merged(parts.flatMap(({ vat }) => vat)),
	];
	const amounts = rest.map(({ amount }) => amount);
	const control = {
		glAccount: controlAccount(kind, header, books),
		amount: -total(amounts, digits),
	};
	return [control, ...rest];
}

/** What one line becomes: itself, its private share, and its VAT. */
function partsOf({ kind, header, books }: Entry, line: Row, digits: number) {
	const round = (amount: number) => rounded(amount, digits);
	const code = books.vatCode(line['VATCode']);
	const { charged } = vatRuleOf(code);
	const [net, vat] = [Number(line['AmountFC'] ?? 0), Number(line['VATAmountFC'] ?? 0)];
	const share = Number(line['PrivateUsePercentage'] ?? 0);
	const [privateNet, privateVat] = [round(net * share), round(vat * share)];
	const lost = round((vat - privateVat) * Number(line['VATNonDeductiblePercentage'] ?? 0));
	const claimed = round(vat - privateVat - lost);
	const credit = header['Type'] === kind.types.credit;
	const letter = (of: keyof EntryKind['vatTypes']) => kind.vatTypes[of][credit ? 1 : 0];
	const sign = -kind.side;
	const own: Posting = {
		glAccount: line['GLAccount'] ?? null,
		amount: sign * round(net - privateNet + lost),
		line,
		whole: true,
		vatCode: line['VATCode'],
		vatType: code && (code['Type'] === 'N' ? 'S' : letter('basis')),
		vat: sign * vat,
		base: sign * net,
	};
	const privateAmount = sign * round(privateNet + privateVat);
	const personal = privateAmount === 0 ? undefined : privateUse(line, privateAmount, books);
	const base = sign * net;
	const [near, far] = vatAccounts(kind, code, books);
	const part = { vatCode: line['VATCode'], vat: sign * vat, base };
	const booked = { ...part, glAccount: near, amount: sign * claimed, vatType: letter('vat') };
	const back = { ...part, glAccount: far, amount: -sign * vat, vatType: letter('charged') };
	return { own, personal, vat: charged ? [booked, back] : [booked] };
}

/** The private account of the cost account, else the capital of the owner. */
function privateUse(line: Row, amount: number, books: Books): Posting {
	const own = books.glAccount(line['GLAccount'])?.['PrivateGLAccount'];
	const glAccount = own ?? books.ofType(50)?.['ID'] ?? line['GLAccount'] ?? null;
	return { glAccount, amount, line };
}

/** Where VAT goes: to pay for sales, to claim for purchases; the other one for reverse charge. */
function vatAccounts({ side }: EntryKind, code: Row | undefined, books: Books): [Value, Value] {
	const otherwise = () => books.ofType(24)?.['ID'] ?? null;
	const pay = code?.['GLToPay'] ?? otherwise();
	const claim = code?.['GLToClaim'] ?? otherwise();
	return side === 1 ? [pay, claim] : [claim, pay];
}

/** One posting for each VAT code and account. */
function merged(postings: readonly Posting[]): Posting[] {
	const groups = new Map<string, Posting[]>();
	for (const posting of postings) {
		const { vatCode, glAccount, vatType } = posting;
		const key = JSON.stringify([vatCode ?? null, glAccount, vatType]);
		groups.set(key, [...(groups.get(key) ?? []), posting]);
	}
	const sum = (group: Posting[], of: 'amount' | 'vat' | 'base') =>
		total(
			group.map((posting) => posting[of] ?? 0),
			4,
		);
	return [...groups.values()].flatMap((group) => {
		const amount = sum(group, 'amount');
		const [first] = group;
		return first && amount !== 0
			? [{ ...first, amount, vat: sum(group, 'vat'), base: sum(group, 'base') }]
			: [];
	});
}
