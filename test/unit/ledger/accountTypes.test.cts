import { standingOf } from '../../../nodes/ExactOnline/ledger/accountTypes.js';
import { accountTypes, categoryOf } from '../../../nodes/ExactOnline/records/glAccount.js';
import {
	exactTypeOptions,
	numberOf,
	typeNumbers,
} from '../../../nodes/ExactOnline/resources/ledgerAccount/write/types.js';

/** All kinds that Exact knows, by where they stand: balance sheet or profit and loss, debit or credit. */
const standing = {
	'B D': [10, 12, 16, 20, 21, 26, 30, 32, 40, 90],
	'B C': [14, 22, 24, 25, 27, 29, 35, 50, 52, 55, 60, 100],
	'W D': [111, 120, 121, 122, 123, 125, 126, 130, 150, 300, 301, 302],
	'W C': [110, 140, 160],
};

describe('the kinds of ledger accounts', () => {
	it('each stand somewhere', () => {
		const found: Record<string, number[]> = {};
		for (const type of Object.keys(accountTypes).map(Number)) {
			const { balanceType, balanceSide } = standingOf(type);
			(found[`${balanceType} ${balanceSide}`] ??= []).push(type);
		}
		expect(found).toEqual(standing);
	});

	it('can each be chosen by the word that the output has', () => {
		const offered = exactTypeOptions.map(({ value }) => [String(numberOf(value)), value]);
		expect(Object.fromEntries(offered)).toEqual(accountTypes);
	});

	it('that a purpose leads to read as that purpose again', () => {
		for (const [purpose, Type] of Object.entries(typeNumbers)) {
			expect([Type, categoryOf({ Type })]).toEqual([Type, purpose]);
		}
	});
});
