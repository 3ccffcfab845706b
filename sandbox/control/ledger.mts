import type { FastifyInstance } from 'fastify';
import { text } from '../companies.mjs';
import { total } from '../ledger/money.mjs';
import type { SandboxState } from '../state.mjs';

/** The ledger of a company, added up: for a test that asks whether the books still balance. */
export function ledgerRoutes(server: FastifyInstance, state: SandboxState): void {
	server.get<{ Params: { division: string } }>('/control/ledger/:division', ({ params }) => {
		const division = Number(params.division);
		// Line 0 of a general entry is an empty shell: it is on no account.
		const lines = state.store
			.dump(division, 'TransactionLines')
			.filter((line) => text(line, 'GLAccount'));
		const codes = new Map(
			state.store.dump(division, 'GLAccounts').map((row) => [text(row, 'ID'), text(row, 'Code')]),
		);
		const amounts = lines.map(amountOf);
		const entries = sums(lines, (line) => text(line, 'EntryID'));
		return {
			entries: entries.size,
			debit: total(amounts.filter((amount) => amount > 0)),
			credit: -total(amounts.filter((amount) => amount < 0)),
			balanced: [...entries.values()].every((sum) => sum === 0),
			perAccount: Object.fromEntries(sums(lines, (line) => codes.get(text(line, 'GLAccount')))),
		};
	});
}

const amountOf = (line: object): number => Number(text(line, 'AmountDC') ?? 0);

function sums(lines: readonly object[], groupOf: (line: object) => string | undefined) {
	const groups = new Map<string, number[]>();
	for (const line of lines) {
		const group = groupOf(line) ?? '';
		const amounts = groups.get(group);
		if (amounts) amounts.push(amountOf(line));
		else groups.set(group, [amountOf(line)]);
	}
	return new Map([...groups].map(([group, amounts]) => [group, total(amounts)]));
}
