import type { INodeParameters } from 'n8n-workflow';

import { giveUpOn } from '../harness/impatience.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Fault } from '../harness/sandbox.cjs';
import { IBAN, kinds, looks, writes } from './relationBench.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const { records, written, named, make, account } = looks(() => bench);

interface LostAnswer {
	fault: Fault;
	/** Whether Exact carries it out all the same. */
	arrives: boolean;
	name: string;
}
const lostAnswers: LostAnswer[] = (
	[
		[{ kind: 'reset', when: 'before' }, false],
		[{ kind: 'reset', when: 'after' }, true],
		[{ kind: 'timeout', when: 'after' }, true],
		[{ kind: 'timeout', when: 'before', commitAfterMs: 12_000 }, true],
		[{ kind: 'timeout', when: 'before', commitAfterMs: 50_000 }, true],
		[{ kind: 'timeout', when: 'before' }, false],
		[{ kind: 'truncate' }, true],
		[{ kind: 'empty500' }, false],
		[{ kind: 'html' }, false],
		[{ kind: 'status', status: 503 }, false],
		[{ kind: 'expired' }, false],
	] as Array<[Fault, boolean]>
).map(([fault, arrives]) => ({ fault, arrives, name: Object.values(fault).join(' ') }));

type Method = 'POST' | 'PUT' | 'DELETE';
let undo: Array<() => void> = [];
afterEach(() => {
	for (const one of undo) one();
	undo = [];
});
/** The next call of this kind goes wrong; a client that would wait gives up at once. */
const hit = async (method: Method, path: string, fault: Fault) => {
	if (fault.kind === 'timeout') undo.push(giveUpOn({ method, path }));
	await bench.sandbox.faults([{ match: { method, path }, fault }]);
};

const cases = kinds.flatMap(({ kind }) => lostAnswers.map((lost) => ({ kind, ...lost })));

describe.each(cases)('$kind: $name', ({ kind, fault, arrives }) => {
	beforeEach(async () => await bench.reset());
	const { create, upsert, update, remove } = writes(kind);

	const runs: Array<[string, INodeParameters]> = [
		['create', create('Acme BV', { vatNumber: 'NL77' })],
		['create or update by code', upsert('code', '99001')],
		['create or update by search code', upsert('searchCode', 'KEY-1')],
	];

	it.each(runs)('%s: posted once, and one relation after a rerun', async (_, parameters) => {
		await hit('POST', 'crm/Accounts', fault);
		const { json } = await bench.run(parameters, { continueOnFail: true });
		expect(json).toMatchObject([arrives ? { isNew: true } : { code: 'UNKNOWN_OUTCOME' }]);
		const posts = (await written()).filter((call) => call.startsWith('POST crm/Accounts'));
		expect(posts).toHaveLength(1);
		await bench.run(parameters, { continueOnFail: true });
		expect(await named('Acme BV')).toHaveLength(1);
	});

	it('a change is found, or can be run again', async () => {
		const { id } = await make(kind);
		await hit('PUT', 'crm/Accounts', fault);
		const { json } = await bench.run(update(id, { phone: '1' }), { continueOnFail: true });
		expect(json).toMatchObject([arrives ? { isUpdated: true } : { code: 'UNKNOWN_OUTCOME' }]);
		await bench.run(update(id, { phone: '1' }));
		expect((await account(id))?.Phone).toBe('1');
	});

	it('something below it is found, or made by a rerun, and never twice', async () => {
		const parameters = upsert('code', '99002', {
			additionalFields: { accountNumber: IBAN },
			addresses: { row: [{ type: 'postal', addressLine1: 'PO Box 1' }] },
			contacts: { row: [{ firstName: 'Ann', lastName: 'Smit' }] },
			options: { updateBankAccount: true },
		});
		for (const path of ['crm/Addresses', 'crm/BankAccounts', 'crm/Contacts']) {
			await bench.reset();
			await hit('POST', path, fault);
			const { json } = await bench.run(parameters, { continueOnFail: true });
			expect(json).toMatchObject([arrives ? { isNew: true } : { code: 'PARTIAL' }]);
			await bench.run(parameters);
			const [one, ...others] = await named('Acme BV');
			expect(others).toEqual([]);
			const postal = (await records('Addresses', one?.ID)).filter(({ Type }) => Type === 2);
			expect(postal).toHaveLength(1);
			expect(await records('BankAccounts', one?.ID)).toHaveLength(1);
			expect(await records('Contacts', one?.ID)).toHaveLength(1);
		}
	});

	it('a deletion is found, or can be run again', async () => {
		const { id } = await make(kind);
		await hit('DELETE', 'crm/Accounts', fault);
		// A 204 has no body that could be cut off.
		const { json } = await bench.run(remove(id), { continueOnFail: true });
		expect(json).toMatchObject([arrives ? { deleted: true } : { code: 'UNKNOWN_OUTCOME' }]);
		await bench.run(remove(id), { continueOnFail: true });
		expect(await account(id)).toBeUndefined();
	});
});

describe('when something goes wrong on the way', () => {
	beforeEach(async () => await bench.reset());
	const { create, upsert, update } = writes('client');
	const refusal: Fault = {
		kind: 'status',
		status: 500,
		body: { error: { message: { value: 'Invalid: Bank account' } } },
	};

	it('without a key it is not looked for, and said so', async () => {
		await hit('POST', 'crm/Accounts', { kind: 'reset', when: 'after' });
		const error = await bench.fail(create('Acme BV'));
		expect(error.context.code).toBe('UNKNOWN_OUTCOME');
		expect(error.message).toContain('may have been created');
		expect(error.description).toContain('It has no key by which it could be found');
		expect(await written()).toHaveLength(1);
	});

	it('does not take an older relation for the one whose answer got lost', async () => {
		await make('client', { searchCode: 'KEY' });
		await bench.world.set(bench.world.now() + 3_600_000);
		await hit('POST', 'crm/Accounts', { kind: 'reset', when: 'before' });
		const error = await bench.fail(create('Acme BV', { searchCode: 'KEY' }));
		expect(error.context.code).toBe('UNKNOWN_OUTCOME');
	});

	it('does not take what an earlier item has made for it', async () => {
		const match = { method: 'POST', path: 'crm/Accounts' };
		await bench.sandbox.faults([{ match, skip: 1, fault: { kind: 'reset', when: 'before' } }]);
		const { json } = await bench.run(create('Acme BV', { searchCode: 'KEY' }), {
			items: [{}, {}],
			continueOnFail: true,
		});
		expect(json).toMatchObject([{ isNew: true }, { code: 'UNKNOWN_OUTCOME' }]);
	});

	it('an item with the key of one that may be there is not sent', async () => {
		await hit('POST', 'crm/Accounts', { kind: 'reset', when: 'before' });
		const { json } = await bench.run(upsert('vatNumber', 'NL77'), {
			items: [{}, {}],
			continueOnFail: true,
		});
		expect(json).toMatchObject([{ code: 'UNKNOWN_OUTCOME' }, { code: 'UNKNOWN_OUTCOME' }]);
		expect(await written()).toHaveLength(1);
	});

	it('tells what is there and what is missing when a later call is refused', async () => {
		const parameters = upsert('vatNumber', 'NL77', {
			additionalFields: { accountNumber: IBAN },
			contacts: { row: [{ firstName: 'Ann', lastName: 'Smit' }] },
			options: { updateBankAccount: true },
		});
		await hit('POST', 'crm/BankAccounts', refusal);
		const error = await bench.fail(parameters);
		const [one] = await named('Acme BV');
		expect(error.context.code).toBe('PARTIAL');
		expect(error.message).toContain(
			`The client is created (code ${String(one?.Code)}, ID ${String(one?.ID)}), but not its bank account: `,
		);
		expect(error.description).toContain('Not written either: contact Ann Smit.');
		expect(error.context.details).toMatchObject({
			id: one?.ID,
			missing: ['bank account', 'contact Ann Smit'],
			exactText: 'Invalid: Bank account',
		});
		const { json } = await bench.run(parameters);
		expect(json).toMatchObject([{ id: one?.ID, isNew: false, isUpdated: true }]);
		expect(await records('BankAccounts', one?.ID)).toHaveLength(1);
		expect(await records('Contacts', one?.ID)).toHaveLength(1);
	});

	it('is no partial error when nothing was changed before', async () => {
		const { id } = await make('client');
		await hit('POST', 'crm/BankAccounts', refusal);
		const options = { options: { updateBankAccount: true } };
		const error = await bench.fail(update(id, { accountNumber: IBAN }, options));
		expect(error.context.code).not.toBe('PARTIAL');
		expect(error.message).not.toContain('is created');
	});

	it('is saved, with a warning, when it can not be read back', async () => {
		const fault: Fault = { kind: 'status', status: 403 };
		await bench.sandbox.faults([{ match: { path: 'bulk/CRM/Accounts' }, fault }]);
		const { json } = await bench.run(create('Acme BV', { phone: '1' }));
		expect(json).toMatchObject([{ name: 'Acme BV', phone: '1', isNew: true }]);
		expect(String(json[0]?._warnings)).toContain('could not be read back');
	});

	it('ends when the workflow is stopped before it is read back', async () => {
		const stop = new AbortController();
		const fault: Fault = { kind: 'status', status: 503 };
		await bench.sandbox.faults([{ match: { path: 'bulk/CRM/Accounts' }, times: 9, fault }]);
		bench.world.sleep = async () => await Promise.resolve(stop.abort());
		const stopped = { signal: stop.signal, continueOnFail: true };
		const error = await bench.fail(create('Acme BV'), stopped);
		expect(error.context.code).toBe('CANCELLED');
	});

	it('ends when the workflow is stopped, without another call', async () => {
		const stop = new AbortController();
		await hit('POST', 'crm/Accounts', { kind: 'reset', when: 'before' });
		bench.world.sleep = async () => await Promise.resolve(stop.abort());
		const error = await bench.fail(create('Acme BV', { vatNumber: 'NL77' }), {
			signal: stop.signal,
			continueOnFail: true,
		});
		expect(error.context.code).toBe('CANCELLED');
		expect(await written()).toHaveLength(1);
	});
});
