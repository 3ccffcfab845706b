import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { CLIENT, sale, SUPPLIER } from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { ProfileName } from '../harness/sandbox.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import { idsOf, MAY, MINUTE, nothing } from './triggerEntries.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => await bench.reset('strict', MAY));

const start = async (event: string, more: INodeParameters = {}) => {
	const trigger = new TriggerBench(bench, { event, divisions: [NL], ...more });
	expect(await trigger.activate()).toEqual(nothing);
	return trigger;
};

/** Books over Exact's own API, as another program would. */
const post = async (path: string, body: IDataObject) => {
	const parameters = { method: 'POST', path, body: JSON.stringify(body) };
	const { json } = await bench.run(inDivision('apiRequest', 'send', parameters));
	return String(json[0]?.EntryID);
};

const account = async (code: string) => {
	const accounts = await bench.sandbox.records(NL, 'GLAccounts');
	return accounts.find(({ Code }) => Code === code)?.ID as string;
};

/** Money that came in, in the bank (journal 20) or in cash (journal 10). */
const receipt = async (kind: 'Bank' | 'Cash', amount = 10) => {
	const line = { GLAccount: await account('9200'), AmountFC: amount, Date: '2026-02-03' };
	return await post(`financialtransaction/${kind}Entries`, {
		JournalCode: kind === 'Bank' ? '20' : '10',
		OpeningBalanceFC: 0,
		ClosingBalanceFC: amount,
		[`${kind}EntryLines`]: [line],
	});
};

const accrual = async () => {
	const line = { GLAccount: await account('9200'), Date: '2026-02-03' };
	const GeneralJournalEntryLines = [
		{ ...line, AmountFC: 25 },
		{ ...line, AmountFC: -25 },
	];
	const path = 'generaljournalentry/GeneralJournalEntries';
	return await post(path, { JournalCode: '90', GeneralJournalEntryLines });
};

const got = async (resource: string, parameters: INodeParameters) =>
	(await bench.run(inDivision(resource, 'get', parameters))).json;

const profiles: ProfileName[] = ['strict', 'lenient'];
const outputs: INodeParameters[] = [{ output: 'simplified' }, { output: 'raw' }];
const cases = profiles.flatMap((profile) => outputs.map((output) => ({ profile, output })));

describe.each(cases)('$profile, $output', ({ profile, output }) => {
	beforeEach(async () => await bench.reset(profile, MAY));

	it('a new bank or cash entry comes once, as the action node gives it', async () => {
		const trigger = await start('newFinancialEntry', output);
		const ids = [await receipt('Bank')];
		await bench.world.set(MAY + MINUTE);
		ids.push(await receipt('Cash'));
		const { json, error } = await trigger.poll();
		expect(error).toBeUndefined();
		const expected = [];
		for (const entry of ids) expected.push(...(await got('financialEntry', { entry, ...output })));
		expect(json).toEqual(expected);
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('a new entry of any kind comes once, as the action node gives it', async () => {
		const trigger = await start('newJournalEntry', output);
		const ids = [await accrual()];
		await bench.world.set(MAY + MINUTE);
		ids.push(await receipt('Bank'));
		await bench.world.set(MAY + 2 * MINUTE);
		ids.push(String((await bench.run(sale('J-1'))).json[0]?.id));
		const { json, error } = await trigger.poll();
		expect(error).toBeUndefined();
		const expected = [];
		for (const entry of ids) expected.push(...(await got('journalEntry', { entry, ...output })));
		expect(json).toEqual(expected);
		expect(await trigger.poll()).toEqual(nothing);
	});

	it.each([
		['client', 'newOrUpdatedClient', CLIENT],
		['supplier', 'newOrUpdatedSupplier', SUPPLIER],
	])('a %s that was changed comes as the action node gives it', async (resource, event, code) => {
		const trigger = await start(event, output);
		const updateFields = { website: 'https://example.com' };
		const relation = by('code', code);
		await bench.run(inDivision(resource, 'update', { relation, updateFields }));
		const { json, error } = await trigger.poll();
		expect(error).toBeUndefined();
		expect(json).toEqual(await got(resource, { relation, ...output }));
		expect(await trigger.poll()).toEqual(nothing);
	});
});

describe('a bank or cash entry', () => {
	it('is only of the kinds and journals that were chosen', async () => {
		const bank = await start('newFinancialEntry', { financialKinds: ['bank'] });
		const cash = await start('newFinancialEntry', { journals: '10' });
		const ids = [await receipt('Bank'), await receipt('Cash')];
		expect(idsOf((await bank.poll()).json)).toEqual([ids[0]]);
		expect(idsOf((await cash.poll()).json)).toEqual([ids[1]]);
	});

	it('costs one call for each of both in a poll without news, and two more with news', async () => {
		const trigger = await start('newFinancialEntry', { output: 'raw' });
		await bench.sandbox.clearLog();
		await trigger.poll();
		const idle = [
			'GET financialtransaction/BankEntries 200',
			'GET financialtransaction/CashEntries 200',
		];
		expect(await bench.calls()).toEqual(idle);
		await receipt('Bank');
		await bench.sandbox.clearLog();
		await trigger.poll();
		expect(await bench.calls()).toHaveLength(3);
	});
});

describe('an entry of any kind', () => {
	it('costs one call in a poll without news', async () => {
		const trigger = await start('newJournalEntry');
		await bench.sandbox.clearLog();
		await trigger.poll();
		expect(await bench.calls()).toEqual(['GET financialtransaction/TransactionLines 200']);
	});

	it('is only of the journals that were chosen, and the test event as well', async () => {
		const trigger = await start('newJournalEntry', { journals: '90' });
		const id = await accrual();
		await bench.world.set(MAY + MINUTE);
		await receipt('Bank');
		expect(idsOf(await trigger.fetchTestEvent())).toEqual([id]);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
	});
});

describe('a relation', () => {
	const change = async (resource: string, code: string, website: string) => {
		await bench.world.set(bench.world.now() + MINUTE);
		const parameters = { relation: by('code', code), updateFields: { website } };
		await bench.run(inDivision(resource, 'update', parameters));
	};

	it('comes again with every change, and not for one that nobody asked for', async () => {
		const trigger = await start('newOrUpdatedClient');
		for (const site of ['https://one.example', 'https://two.example']) {
			await change('client', CLIENT, site);
			const { json } = await trigger.poll();
			expect(json.map(({ website }) => website)).toEqual([site]);
		}
		await change('supplier', SUPPLIER, 'https://three.example');
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('that changes twice in a minute comes twice, when there was a poll in between', async () => {
		const trigger = await start('newOrUpdatedClient');
		for (const seconds of [5, 10]) {
			await bench.world.set(MAY + seconds * 1000);
			const parameters = { relation: by('code', CLIENT), updateFields: { website: `${seconds}` } };
			await bench.run(inDivision('client', 'update', parameters));
			expect((await trigger.poll()).json).toHaveLength(1);
		}
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('that changed twice between polls comes once, as it is now', async () => {
		const trigger = await start('newOrUpdatedSupplier');
		await change('supplier', SUPPLIER, 'https://one.example');
		await change('supplier', SUPPLIER, 'https://two.example');
		const { json } = await trigger.poll();
		expect(json.map(({ website }) => website)).toEqual(['https://two.example']);
	});

	it('that is new comes once', async () => {
		const trigger = await start('newOrUpdatedClient');
		const { json } = await bench.run(inDivision('client', 'create', { name: 'Nieuw BV' }));
		expect(idsOf((await trigger.poll()).json)).toEqual(idsOf(json));
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('costs one call in a poll without news', async () => {
		const trigger = await start('newOrUpdatedClient');
		await bench.sandbox.clearLog();
		await trigger.poll();
		expect(await bench.calls()).toEqual(['GET crm/Accounts 200']);
	});
});
