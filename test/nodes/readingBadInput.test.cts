import type { INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL, NOT_GRANTED } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { knownIn, readingOperations, readings } from './readingCases.cjs';

let bench: Bench;
/** One run of each reading operation. */
let runs: Map<string, INodeParameters>;
beforeAll(async () => {
	bench = await Bench.start();
	const known = await knownIn(bench);
	const entries = Object.entries(readings).map(([name, reading]): [string, INodeParameters] => [
		name,
		reading(known)[0] ?? {},
	]);
	runs = new Map(entries);
}, 60_000);
afterAll(async () => await bench.stop());
beforeEach(async () => await bench.reset());

const accounting = 'financial.accounting';
const ledgers = 'financial.generalledgers';
const documents = 'organization.documents';
const administration = 'organization.administration';

/** The scope of the app registration that an operation can not do without. */
const scopes: Readonly<Record<string, string>> = {
	'analyticAccount.getAll': 'financial.costcenters',
	'analyticAccount.get': 'financial.costcenters',
	'analyticAccount.getLines': accounting,
	'apiRequest.send': 'crm.accounts',
	'attachment.getAll': documents,
	'attachment.download': documents,
	'bankAccount.getAll': ledgers,
	'bookyear.getAll': accounting,
	'client.getAll': 'crm.accounts',
	'client.get': 'crm.accounts',
	'contact.getAll': 'crm.accounts',
	'division.getAll': administration,
	'division.get': administration,
	'employee.getAll': 'hrm.payroll',
	'financialEntry.getAll': accounting,
	'financialEntry.get': accounting,
	'invoice.getAll': accounting,
	'invoice.get': accounting,
	'journal.getAll': ledgers,
	'journalEntry.getAll': accounting,
	'journalEntry.get': accounting,
	'ledgerAccount.getAll': ledgers,
	'ledgerAccount.get': ledgers,
	'ledgerAccount.getBalances': accounting,
	'matching.suggest': 'financial.receivables',
	'miscellaneousOperation.getAll': accounting,
	'miscellaneousOperation.get': accounting,
	'outstandingItem.getAll': 'financial.receivables',
	'payment.getAll': accounting,
	'paymentTerm.getAll': 'financial.cashflow',
	'supplier.getAll': 'crm.accounts',
	'supplier.get': 'crm.accounts',
	'vatCode.getAll': accounting,
};
/** Says of each plan whether it is open to the login: a missing right is its answer. */
const tellsOfRights = 'analyticPlan.getAll';
const cases = Object.entries(scopes).map(([name, scope]) => ({ name, scope }));

const parametersOf = (name: string): INodeParameters => ({
	...runs.get(name),
	...(name === 'analyticAccount.getAll' ? { plan: 'costCenter' } : {}),
});

describe('a right that is missing', () => {
	test('is tested for every reading operation', () => {
		expect([...Object.keys(scopes), tellsOfRights].sort()).toEqual([...readingOperations].sort());
	});

	test.each(cases)('$name: the app lacks $scope', async ({ name, scope }) => {
		await bench.sandbox.settings({ rights: { [scope]: 'unused' } });
		const error = await bench.fail(parametersOf(name));
		expect(error.context.code).toBe('FORBIDDEN');
		expect(error.message).toContain(`The app registration lacks the scope '${scope}'`);
		expect(error.message).toContain(`division ${NL}`);
		expect(error.description).toContain("App Center, set '");
	});

	test.each(cases)('$name: the user lacks a right, named with its menu', async ({ name }) => {
		const fault = { kind: 'status', status: 403 } as const;
		await bench.sandbox.faults([{ match: { path: `/api/v1/${NL}/` }, times: 99, fault }]);
		const error = await bench.fail(parametersOf(name));
		expect(error.context.code).toBe('FORBIDDEN');
		const refused = (await bench.sandbox.log()).filter(({ status }) => status === 403);
		// Repeated errors block the login for an hour.
		expect(refused).toHaveLength(1);
		expect(error.message).toContain(`(${refused[0]?.endpoint}, division ${NL})`);
		expect(error.description).toContain("'My Exact Online' > 'Rights'");
	});

	test('is what Analytic Plan: Get Many tells of', async () => {
		await bench.sandbox.settings({ rights: { 'financial.costcenters': 'unused' } });
		const checked = inDivision('analyticPlan', 'getAll', { options: { checkAccess: true } });
		const { json } = await bench.run(checked);
		expect(json.map(({ id, isActive }) => [id, isActive])).toEqual([
			['costCenter', false],
			['costUnit', false],
			['project', true],
		]);
	});
});

describe('a division that is not granted', () => {
	const ownDivision = cases.filter(({ name }) => name !== 'division.getAll');

	test.each(ownDivision)('$name says so', async ({ name }) => {
		const division = by('id', NOT_GRANTED);
		const error = await bench.fail({ ...parametersOf(name), division });
		expect(error.context.code).toBe('DIVISION_UNKNOWN');
		expect(error.message).toContain(String(NOT_GRANTED));
		expect(error.description).toMatch(/the value of 'Division'|Division > Get Many/);
	});
});

describe('inputs that fit, and still find less than they seem to', () => {
	test('a class of accounts that there is not is an empty list', async () => {
		const none = inDivision('ledgerAccount', 'getAll', { filters: { classes: '77' } });
		expect((await bench.run(none)).json).toEqual([]);
	});

	test('periods longer than a month: balances are worked out by date, and a hint says so', async () => {
		const quarters = ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31'];
		const periods = quarters.map((quarter, at) => {
			const [start, end] = quarter.split('/');
			const ID = `44444444-4444-4444-8444-00000000001${at}`;
			const days = { StartDate: `2018-${start}`, EndDate: `2018-${end}` };
			return { ID, FinYear: 2018, FinPeriod: at + 1, ...days };
		});
		await bench.sandbox.insert(NL, 'FinancialPeriods', periods);
		const balances = (to: string) => bench.run(inDivision('ledgerAccount', 'getBalances', { to }));
		expect((await balances('2018-05')).hints).toEqual([
			expect.stringContaining('PERIOD_NOT_MONTHLY'),
		]);
		expect((await balances('2018-06')).hints).toEqual([]);
	});

	test('more than 100,000 lines of the ledger: a hint says what they cost', async () => {
		const line = (at: number, LineNumber: number, AmountDC: number) => ({
			EntryID: `e${at}`,
			...{ LineNumber, AmountDC, GLAccount: 'a', Type: 20, Status: 50, Date: '/Date(0)/' },
		});
		const entries = Array.from({ length: 50_001 }, (_, at) => [line(at, 0, 1), line(at, 1, -1)]);
		const body = { d: { results: entries.flat() } };
		const fault = { kind: 'status', status: 200, body } as const;
		await bench.sandbox.faults([{ match: { path: 'TransactionLines' }, fault }]);
		const filters = { dateFrom: '1970-01-01', dateTo: '1970-01-31' };
		const all = inDivision('journalEntry', 'getAll', { returnAll: true, filters });
		const selected = { output: 'selected', fieldsToReturn: ['isBalanced'] };
		const { json, hints } = await bench.run({ ...all, ...selected });
		expect(json).toHaveLength(50_001);
		expect(hints).toEqual([expect.stringContaining('Read 100002 ledger lines')]);
	});
});
