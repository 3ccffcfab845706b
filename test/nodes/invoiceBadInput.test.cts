import { by, NOT_GRANTED } from '../harness/inputs.cjs';
import { cost, purchase, revenue, sale } from '../harness/invoices.cjs';
import {
	account,
	belgian,
	bench,
	expectRefused,
	keepBalanced,
	type Refusal,
	saleWith,
	shares,
	withLine,
	withMore,
} from './refusals.cjs';

keepBalanced();

const missing: readonly Refusal[] = [
	[
		'no type',
		purchase('', [cost()], { kind: '' }),
		'PARAM_REQUIRED',
		/^'Kind' is empty.*supplierInvoice/,
	],
	[
		'another type',
		purchase('', [cost()], { kind: 'receipt' }),
		'PARAM_FORMAT',
		/^'Kind' is "receipt".*customerRefund/,
	],
	[
		'no division',
		purchase('', [cost()], { division: by('id', '') }),
		'PARAM_REQUIRED',
		/^'Division' is empty/,
	],
	['no lines', purchase('', []), 'PARAM_REQUIRED', /^'Lines' are empty/],
	[
		'no supplier',
		purchase('', [cost()], { supplier: by('list', '') }),
		'PARAM_REQUIRED',
		/^'Supplier' is empty/,
	],
	[
		'no client',
		sale('', [revenue()], { client: by('code', ' ') }),
		'PARAM_REQUIRED',
		/^'Client' is empty/,
	],
	[
		'no date',
		purchase('', [cost()], { invoiceDate: '' }),
		'PARAM_REQUIRED',
		/^'Invoice Date' is empty/,
	],
	[
		'no date but a period',
		{ ...withMore({ period: '03/2026' }), invoiceDate: '' },
		'PARAM_REQUIRED',
		/^'Invoice Date' is empty/,
	],
	[
		'no ledger account',
		withLine({ ledgerAccount: '' }),
		'PARAM_REQUIRED',
		/Line 2 > Ledger Account' is empty/,
	],
	['no amount', withLine({ amount: '' }), 'PARAM_REQUIRED', /Line 2 > Amount' is empty/],
	[
		'no account of a share',
		shares(['costCenter', '', 100]),
		'PARAM_REQUIRED',
		/Line 2 > Distribution > Share 1 > Code or ID' is empty/,
	],
];

const malformed: readonly Refusal[] = [
	[
		'a date that is none',
		purchase('', [cost()], { invoiceDate: '2026-02-30' }),
		'PARAM_FORMAT',
		/^'Invoice Date' is not a date: "2026-02-30"/,
	],
	[
		'an amount with a comma',
		withLine({ amount: '1.234,56' }),
		'PARAM_FORMAT',
		/Line 2 > Amount' is not a number: "1.234,56"/,
	],
	[
		'parts of a cent',
		withLine({ amount: 10.005 }),
		'PARAM_FORMAT',
		/Line 2 > Amount' is 10.005.*2 decimals/,
	],
	[
		'parts of a cent of VAT',
		withLine({ vatAmount: 2.105 }),
		'PARAM_FORMAT',
		/Line 2 > VAT Amount' is 2.105.*2 decimals/,
	],
	[
		'parts of a cent in all',
		withMore({ total: 121.005 }),
		'PARAM_FORMAT',
		/Total' is 121.005.*2 decimals/,
	],
	[
		'parts of a cent of VAT in all',
		withMore({ vatAmount: 20.999 }),
		'PARAM_FORMAT',
		/VAT Amount' is 20.999.*2 decimals/,
	],
	[
		'parts of a yen',
		withMore({ currency: by('code', 'JPY') }, [cost(10.5)]),
		'PARAM_FORMAT',
		/Line 1 > Amount' is 10.5.*0 decimals/,
	],
	[
		'a supplier that is no ID',
		purchase('', [cost()], { supplier: by('id', '5084') }),
		'ID_FORMAT',
		/^'Supplier' is "5084".*By Code/,
	],
	[
		'a code that is too long',
		withLine({ costCenter: 'X'.repeat(99) }),
		'PARAM_FORMAT',
		/Line 2 > Cost Center' is "XXX.*at most \d+ characters/,
	],
	[
		'lines that are no JSON',
		purchase('', [], { linesJson: '[{' }),
		'PARAM_FORMAT',
		/^'Lines \(JSON\)' is not valid JSON/,
	],
	[
		'lines that are no list',
		purchase('', [], { linesJson: '{"amount": 1}' }),
		'PARAM_FORMAT',
		/^'Lines \(JSON\)' is not a list/,
	],
	[
		'a line that is no object',
		purchase('', [], { linesJson: '[1]' }),
		'PARAM_FORMAT',
		/Line 1' is "1"/,
	],
	[
		'a name that lines do not have',
		withLine({ vat_code: '4' }),
		'PARAM_FORMAT',
		/Line 2' contains "vat_code".*Did you mean vatCode/,
	],
	[
		'a period that is none',
		withMore({ period: '2026/3' }),
		'PARAM_FORMAT',
		/Book in Period' is '2026\/3'.*mm\/yyyy such as 03\/2026/,
	],
	[
		'a number with letters',
		saleWith({ entryNumber: 'F-12' }),
		'PARAM_FORMAT',
		/Entry Number' is "F-12"/,
	],
	['the number nought', saleWith({ entryNumber: '0' }), 'PARAM_FORMAT', /Entry Number' is "0"/],
	[
		'a number that is too large',
		saleWith({ entryNumber: '2147483648' }),
		'PARAM_FORMAT',
		/Entry Number' is "2147483648"/,
	],
	[
		'a wrong check digit',
		withMore({ paymentReference: '+++090/9337/55494+++' }),
		'PARAM_FORMAT',
		/Payment Reference' is '\+\+\+090\/9337\/55494\+\+\+'/,
	],
	[
		'one in Belgium',
		belgian({
			...saleWith({ paymentReference: '090933755494' }),
			linesJson: JSON.stringify([account('700000')]),
		}),
		'PARAM_FORMAT',
		/Payment Reference' is '090933755494'/,
	],
	[
		'a field that Exact does not have',
		withMore({ additionalExactFields: '{"OrderNumbr": 1}' }),
		'PARAM_FORMAT',
		/contains "OrderNumbr".*Did you mean OrderNumber/,
	],
	[
		'an exact field that has one of its own',
		withMore({ additionalExactFields: '{"YourRef": "F-2", "OrderNumber": 1}' }),
		'PARAM_PAIR',
		/contains "YourRef", which this node fills itself/,
	],
	[
		'exact fields that are no object',
		withMore({ additionalExactFields: '[1]' }),
		'PARAM_FORMAT',
		/is not a JSON object/,
	],
	[
		'a percentage above 100',
		withLine({ nonDeductiblePercentage: 101 }),
		'PARAM_RANGE',
		/Non-Deductible VAT \(%\)' is 101.*from 0 to 100/,
	],
	[
		'a plan that Exact does not have',
		shares(['department', 'X', 100]),
		'PARAM_FORMAT',
		/Share 1 > Plan' is "department".*costCenter/,
	],
];

describe('Invoice: Create refuses', () => {
	beforeAll(async () => await bench.reset());

	describe.each([
		['what is missing', missing],
		['what is malformed', malformed],
	])('%s', (_, cases) => {
		it.each(cases)('%s', async (...refusal) => await expectRefused(refusal));
	});

	it("a division that is not this login's", async () => {
		const error = await bench.fail(purchase('', [cost()], { division: by('id', NOT_GRANTED) }));
		expect(error.context.code).toBe('DIVISION_UNKNOWN');
		expect(await bench.calls()).toHaveLength(1);
	});
});
