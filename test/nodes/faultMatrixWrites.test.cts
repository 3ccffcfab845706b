import { tellingFaults } from '../harness/faultKinds.cjs';
import { inDivision } from '../harness/inputs.cjs';
import { bench } from './faultMatrixRun.cjs';
import { writeMatrix } from './faultMatrixWrites.cjs';
import { writeKinds } from './faultMatrixWriting.cjs';

/** The most telling columns of the fault matrix; all of them are in test/endurance. */
describe('a write', () => {
	writeMatrix(writeKinds, tellingFaults);

	it('a refused content is Exact’s own text, sent once', async () => {
		await bench.reset();
		const sending = { method: 'POST', path: 'crm/Accounts', body: '{"Code": "88002"}' };
		const error = await bench.fail(inDivision('apiRequest', 'send', sending));
		expect(error.context).toMatchObject({
			code: 'PARAM_REQUIRED',
			details: { exactText: expect.stringContaining('Mandatory') as string },
		});
		expect(await bench.calls()).toHaveLength(1);
	});
});
