import { by, inDivision, NL, BE } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const run = async (resource: string, op: string, p = {}) => {
	await bench.sandbox.clearLog();
	try {
		const r = await bench.run(inDivision(resource, op, p));
		console.log(resource, op, r.json.length, JSON.stringify(r.json).slice(0, 1500), r.hints, await bench.calls(), JSON.stringify(r.items[0]?.binary));
		return r;
	} catch (e) {
		console.log(resource, op, String(e), (e as any).description, JSON.stringify((e as any).context), await bench.calls());
		return { json: [] as any[] };
	}
};
test('all', async () => {
	const bal = await bench.run(inDivision('ledgerAccount', 'getBalances', { to: '2024-12' }));
	console.log(JSON.stringify(bal.json.map((r) => [r.ledgerAccount, r.opening, r.debit, r.credit, r.carriedOver, r.closing])));
	const bal2 = await bench.run(inDivision('ledgerAccount', 'getBalances', { to: '2026-06', filters: { from: '2024-06' } }));
	console.log(JSON.stringify(bal2.json.map((r) => [r.ledgerAccount, r.opening, r.debit, r.credit, r.carriedOver, r.closing])));
	const sum = (rows: any[], n: string) => Math.round(rows.reduce((s, r) => s + r[n] * 100, 0));
	console.log(sum(bal.json, 'closing'), sum(bal.json, 'opening'), sum(bal2.json, 'closing'), sum(bal2.json, 'opening'));
	const docs = await bench.sandbox.records(NL, 'DocumentAttachments');
	console.log(docs.length);
	const d = (await bench.sandbox.records(NL, 'Documents')).filter((x) => x.FinancialTransactionEntryID);
	const files = Buffer.from('%PDF-1.4 hello').toString('base64');
	await bench.sandbox.insert(NL, 'DocumentAttachments', [{ ID: '44444444-3333-4333-8333-000000000001', Document: d[0]!.ID, FileName: 'ü invoice.pdf', FileSize: 14, Attachment: files }]);
	const f = await run('attachment', 'getAll', { entryId: d[0]!.FinancialTransactionEntryID });
	await run('attachment', 'getAll', { entryId: d[0]!.FinancialTransactionEntryID, options: { download: true } });
	await run('attachment', 'download', { attachmentId: f.json[0]?.id });
	await run('attachment', 'download', { attachmentId: '44444444-3333-4333-8333-000000000009' });
	await bench.sandbox.settings({ rights: { 'organization.documents': 'unused' } });
	await run('attachment', 'download', { attachmentId: f.json[0]?.id });
	await bench.sandbox.settings({ rights: {} });
	await bench.sandbox.faults([{ match: { path: 'SysAttachment' }, fault: { kind: 'html', status: 200 } }]);
	await run('attachment', 'download', { attachmentId: f.json[0]?.id });
}, 120_000);
