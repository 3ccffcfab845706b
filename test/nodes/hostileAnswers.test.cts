import { tryAnyReply, tryEveryCut, tryEveryPlace } from './hostileAnswers.cjs';
import { HostileBench } from './hostileBench.cjs';
import { mainKinds } from './hostileKinds.cjs';

let hostile: HostileBench;
beforeAll(async () => {
	hostile = await HostileBench.start();
}, 60_000);
afterAll(async () => await hostile.stop());

/** A part of what `test/endurance/hostileAnswers` tries: every so many cases. */
const ONE_IN = { read: 23, write: 61 };

describe.each(mainKinds)('$name', (kind) => {
	test('any value in any place', async () => {
		const oneIn = kind.isWrite === true ? ONE_IN.write : ONE_IN.read;
		await tryEveryPlace(hostile, kind, (index) => index % oneIn === 0);
	});

	test('answers cut off', async () => {
		await tryEveryCut(hostile, kind, 997);
	});

	test('answers of any form', async () => {
		await tryAnyReply(hostile, kind, 25);
	});
});

test('these were many cases', () => {
	expect(hostile.cases).toBeGreaterThan(500);
});
