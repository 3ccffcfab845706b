import type { Row } from '../entities/entity.mjs';
import { guidOf, pick, spaceOf } from './deterministic.mjs';

const start = Date.UTC(2024, 0, 2, 8);
const towns = ['Zwolle', 'Leuven', 'Utrecht', 'Gent', 'Arnhem', 'Brugge', 'Breda'] as const;

type Generator = (index: number, owner: string) => Row;

/**
 * Rows by the hundred thousand. They hold little, so that a million fits in memory: texts that many rows
 * share are shared, and what is missing is null when it is read.
 */
export const generators: Record<string, (division: number) => Generator> = {
	Accounts(division) {
		const space = spaceOf(`${division} generated Accounts`);
		return (index) => ({
			ID: guidOf(space, index),
			Code: String(2_000_000 + index),
			Name: `Relation ${index + 1}`,
			Status: index % 3 === 2 ? 'A' : 'C',
			IsSupplier: index % 3 !== 0,
			...place(index),
			...written(index),
		});
	},
	Addresses(division) {
		const space = spaceOf(`${division} generated Addresses`);
		return (index, owner) => ({
			ID: guidOf(space, index),
			Account: owner,
			Type: 1 + (index % 4),
			Main: true,
			...place(index),
			...written(index),
		});
	},
	BankAccounts(division) {
		const space = spaceOf(`${division} generated BankAccounts`);
		return (index, owner) => ({
			ID: guidOf(space, index),
			Account: owner,
			BankAccount: String(100_000_000 + pick(index, 899_999_999)),
			...written(index),
		});
	},
	Contacts(division) {
		const space = spaceOf(`${division} generated Contacts`);
		return (index, owner) => ({
			ID: guidOf(space, index),
			Account: owner,
			Code: String(3_000_000 + index),
			HID: 3_000_000 + index,
			FirstName: 'Person',
			LastName: `Number ${index + 1}`,
			...written(index),
		});
	},
};

function place(index: number) {
	return { City: towns[index % towns.length], Country: 'NL' };
}

/** One a second, in the order of the index. */
function written(index: number) {
	return { Created: start + index * 1000, Modified: start + index * 1000 };
}
