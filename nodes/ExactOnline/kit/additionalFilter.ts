import { comparedWithText, rawFilterFault } from '../exact/odata/rawFilter';
import { allColumns, type RecordType } from '../records/record';
import { plainText, type Field } from './field';
import { textField } from './fields';

/**
 * A filter in Exact's own words, checked against the columns of the record before it is sent. `example` is a condition
 * that fits the record.
 */
export function additionalFilter(record: RecordType, example: string): Field<string | undefined> {
	const field = textField({
		label: 'Additional Filter',
		placeholder: `e.g. ${example}`,
		hint: "A further condition in Exact Online's filter language (OData), with its own field names",
	});
	return {
		...field,
		read: (value, place) => {
			const filter = plainText(value);
			const fault = filter === '' ? undefined : faultOf(filter, record);
			if (fault === undefined) return filter || undefined;
			return place.refuse(
				'PARAM_FORMAT',
				`can not be used: ${fault}`,
				`Expected a condition such as ${example}.`,
			);
		},
	};
}

function faultOf(filter: string, record: RecordType): string | undefined {
	const code = comparedWithText(filter, Object.keys(record.padded ?? {}));
	if (code === undefined) return rawFilterFault(filter, allColumns(record));
	return `Exact stores '${code}' with blanks in front, so it would find nothing; use trim(${code})`;
}
