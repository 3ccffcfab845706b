import type { Row } from '../../../../exact/source';
import { filled } from '../../../../kit/booking/draft/filled';
import { differences } from '../../../../kit/booking/master/compare';
import type { Problem, Where } from '../../../../kit/booking/problems';
import { address as record } from '../../../../records/address';
import { addressColumns } from '../account';
import { changesOf } from '../compare';
import type { AddressInput } from '../fields';
import type { PartDraft } from './part';

/** Exact's `Type` of an address. */
const types = { visit: 1, postal: 2, invoice: 3, delivery: 4 };

/** The main address of a type changes; a further one is added, unless there is one just like it. */
export function addressPart(
	address: AddressInput,
	where: Where,
	isMain: boolean,
	problems: Problem[],
): PartDraft {
	const lines = addressColumns(address, [...where, 'Country'], problems);
	const columns = filled({ ...lines, Phone: address.phone });
	if (Object.values(address).every((value) => value === undefined || value === address.type)) {
		const expected = 'Enter the lines of the address.';
		problems.push({ code: 'PARAM_REQUIRED', where, what: 'is empty', expected });
	}
	const Type = types[address.type];
	const isMeant = (row: Row) =>
		Number(row.Type) === Type &&
		(isMain ? row.Main === true : Object.keys(differences(record, row, columns)).length === 0);
	return {
		kind: 'addresses',
		words: `${address.type} address`,
		body: { Type, ...columns, Main: isMain },
		among: (rows) => rows.find(isMeant),
		changes: (row) => changesOf(record, row, columns),
	};
}
