import { tryAnyReply, tryEveryCut, tryEveryPlace } from '../nodes/hostileAnswers.cjs';
import { HostileBench } from '../nodes/hostileBench.cjs';
import { mainKinds, moreKinds } from '../nodes/hostileKinds.cjs';

let hostile: HostileBench;
beforeAll(async () => {
	hostile = await HostileBench.start();
}, 60_000);
afterAll(async () => await hostile.stop());

const LONG = 600_000;

describe.each([...mainKinds, ...moreKinds])('$name', (kind) => {
	test(
		'any value in any place',
		async () => {
			const oneIn = kind.isWrite === true ? 9 : 2;
			await tryEveryPlace(hostile, kind, (index) => index % oneIn === 0);
		},
		LONG,
	);

	test(
		'answers cut off',
		async () => {
			await tryEveryCut(hostile, kind, 61);
		},
		LONG,
	);

	test(
		'answers of any form',
		async () => {
			await tryAnyReply(hostile, kind, 60);
		},
		LONG,
	);
});

test('these were many cases', () => {
	expect(hostile.cases).toBeGreaterThan(5_000);
});
