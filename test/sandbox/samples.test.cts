import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient } from './odataClient.cjs';

/*
 * Answers of the real service, recorded in 2026 from a French company, and the sandbox's answers to the
 * same requests: names, order, types and forms agree; the values are those of the demo.
 */

// 16:30:59 in Paris, as in the recording of Me.
const RECORDED = Date.UTC(2026, 5, 25, 14, 30, 59);

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ profile: 'lenient' });
	await sandbox.setClock(RECORDED);
});
afterAll(() => sandbox.stop());

/** The form of a value: digits and letters of a text are replaced, so that only its shape is left. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
	if (typeof value === 'object' && value !== null) {
		return Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]);
	}
	return typeof value === 'string' ? formOf(value) : typeof value;
}

function formOf(text: string): string {
	return text
		.replace(/^https?:\/\/[^/]+/, 'HOST')
		.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|…/g, 'GUID')
		.replace(/\/(\d+)\//, '/DIVISION/')
		.replace(/^( +)\S+$/, (whole) => `text padded to ${whole.length}`)
		.replace(/\d+/g, '9');
}

test('current/Me', async () => {
	const recorded = {
		d: {
			results: [
				{
					__metadata: {
						uri: "https://start.exactonline.fr/api/v1/current/Me(guid'…')",
						type: 'Exact.Web.Api.Models.System.Me',
					},
					CurrentDivision: 124132,
					DivisionCustomerCode: '           1265594',
					LanguageCode: 'en-GB',
					Legislation: '128',
					ServerTime: '2026-06-25T16:30:59',
					ServerUtcOffset: 7200,
					PackageCode: 'EOLAPPCENTER',
				},
			],
		},
	};
	const api = await odataClient(sandbox, 'current');
	const [sample = { __metadata: {} }] = recorded.d.results;
	const $select = Object.keys(sample).slice(1).reverse().join();
	const { body, rows, status } = await api.get('Me', { $select });
	expect(status).toBe(200);
	expect(shapeOf(body)).toEqual(shapeOf(recorded));
	expect(rows[0]).toMatchObject({ ServerTime: '2026-06-25T16:30:59', ServerUtcOffset: 7200 });
	// Always d.results, also when the only record is asked for by $top.
	expect((await api.get('Me', { $select, $top: 1 })).bare).toBe(false);
});

test('a list in pages: $select, $orderby and a $top above the page', async () => {
	const recorded =
		"https://start.exactonline.fr/api/v1/124132/crm/Accounts?$orderby=Modified%20asc&$select=ID,Code,Name,Modified&$top=40&$skiptoken=datetime'2018-09-21T04%3A18%3A55.617',guid'cbddbd5c-0000-4000-a000-000000000000'";
	const api = await odataClient(sandbox);
	const query = { $select: 'ID,Code,Name,Modified', $orderby: 'Modified asc', $top: 100 };
	const first = await api.get('crm/Accounts', query);
	expect(Object.keys(first.row)).toEqual(['results', '__next']);
	expect(first.rows).toHaveLength(60);
	// Fractions of a second are written without zeroes at their end, and not at all when there is none.
	const plain = (url: string) => formOf(url).replace(/(%3A9)\.9'/, "$1'");
	expect(plain(String(first.next))).toBe(plain(recorded));
	const second = await api.follow(String(first.next));
	expect(second.rows).toHaveLength(40);
	expect(second.next).toBeUndefined();
});

test('POST documents/Documents and documents/DocumentAttachments', async () => {
	const recorded = {
		d: {
			__metadata: {
				uri: "https://start.exactonline.fr/api/v1/124132/documents/DocumentAttachments(guid'…')",
				type: 'Exact.Web.Api.Models.DocumentAttachment',
			},
			ID: '…',
			Attachment: null,
			FileName: 'test.txt',
			FileSize: 4,
			Url: 'https://start.exactonline.fr/docs/SysAttachment.aspx?ID=…&_Division_=124132&Stamp=FR001',
			Document: '…',
		},
	};
	const recordedNames = `ID Account AccountCode AccountName AmountFC Body Category
		CategoryDescription Contact ContactFullName Created Creator CreatorFullName Currency Division
		DocumentDate DocumentFolder DocumentFolderCode DocumentFolderDescription DocumentViewUrl
		ExpiryDate FinancialTransactionEntryID HasEmptyBody HID Language Modified Modifier
		ModifierFullName ShopOrderNumber Subject Type TypeDescription Opportunity Project ProjectCode
		ProjectDescription ProposedEntryStatus SalesInvoiceNumber SalesOrderNumber SendMethod
		InheritShare Item ItemCode ItemDescription TeamsMeetingId ContractNumber ContractID
		ScanServiceStatus EntryStatusDescription ActionRegenerateEntryProposal CostcenterCode
		CostcenterDescription CostunitCode CostunitDescription`;
	const api = await odataClient(sandbox);
	const document = { Subject: 'Test attachment', DocumentDate: '2026-06-25', Type: 10 };
	const { row, status } = await api.post('documents/Documents', document);
	expect(status).toBe(201);
	expect(Object.keys(row).slice(1)).toEqual(recordedNames.split(/\s+/));
	expect(row).toMatchObject({
		...{ DocumentDate: '/Date(1782345600000)/', TypeDescription: 'Sales invoice' },
		...{ CategoryDescription: 'Customers', Currency: 'EUR', HasEmptyBody: true },
		...{ SendMethod: 0, InheritShare: false, AmountFC: null, ProposedEntryStatus: null },
	});
	const { body } = await api.post('documents/DocumentAttachments', {
		...{ Document: row['ID'], Attachment: 'dGVzdA==', FileName: 'test.txt' },
	});
	const normal = (text: unknown) => JSON.stringify(shapeOf(text)).replace('NL9', 'FR9');
	expect(normal(body)).toBe(normal(recorded));
});

test('system/Divisions?$top=100: a bare array, because its page is larger than that', async () => {
	const recorded = {
		d: [
			{
				__metadata: {
					uri: 'https://start.exactonline.fr/api/v1/124132/system/Divisions(124132)',
					type: 'Exact.Web.Api.Models.System.Division',
				},
				Code: 124132,
				Hid: '1',
				Legislation: 'FR ',
			},
		],
	};
	const api = await odataClient(sandbox, companies.archived);
	const { body } = await api.get('system/Divisions', {
		$select: 'Code,Hid,Legislation',
		$top: 100,
	});
	const normal = (text: unknown) => JSON.stringify(shapeOf(text)).replace('NL ', 'FR ');
	expect(normal(body)).toBe(normal(recorded));
});
