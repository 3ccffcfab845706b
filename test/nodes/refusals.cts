import type { INodeParameters } from 'n8n-workflow';

import {
	cost,
	expectBalanced,
	inBelgium,
	purchase,
	revenue,
	sale,
	type Line,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';

/** The node and the sandbox of the file that has called `keepBalanced`. */
export let bench: Bench;

/** Starts a sandbox for the tests of a file; its ledger balances after each of them. */
export function keepBalanced(): void {
	beforeAll(async () => {
		bench = await Bench.start();
	});
	afterAll(async () => await bench.stop());
	afterEach(async () => await expectBalanced(bench));
}

/** An input that Invoice: Create refuses: the code, and what message and description say together. */
export type Refusal = [what: string, parameters: INodeParameters, code: string, says: RegExp];

export const more = (additionalFields: INodeParameters) => ({ additionalFields });
export const withMore = (additionalFields: INodeParameters, lines = [cost()]) =>
	purchase('B-1', lines, more(additionalFields));
export const saleWith = (additionalFields: INodeParameters) =>
	sale('', [revenue()], more(additionalFields));
export const withLine = (line: Line) => purchase('B-1', [cost(), cost(100, line)]);
export const shares = (...given: Array<[string, unknown, number]>) =>
	withLine({
		distribution: given.map(([plan, account, percentage]) => ({ plan, account, percentage })),
	});
export const belgian = (parameters: INodeParameters) => ({ ...parameters, ...inBelgium });
export const account = (ledgerAccount: string): Line => ({
	ledgerAccount,
	amount: 1,
	vatCode: '4',
});

/** Runs it, and sees to it that nothing but look-ups was sent, and none that Exact counts as a mistake. */
export async function expectRefused([, parameters, code, says]: Refusal): Promise<void> {
	await bench.sandbox.clearLog();
	const error = await bench.fail(parameters);
	expect(`${error.message} ${String(error.description)}`).toMatch(says);
	expect(error.context).toMatchObject({ code, itemIndex: 0 });
	const calls = await bench.sandbox.log();
	expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
	expect(calls.filter(({ endpoint }) => /Entries$/.test(endpoint))).toEqual([]);
	expect(calls.filter(({ counted }) => counted.error)).toEqual([]);
}
