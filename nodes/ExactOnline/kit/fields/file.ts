import { plainText, quoted, type BinaryFile, type Field } from '../field';
import { property, type Words } from './property';

/** The name under which an item carries a file; undefined when the field is empty. */
export function fileField(words: Words & { initial?: string }): Field<BinaryFile | undefined> {
	return {
		section: words.section ?? 'subject',
		property: property(words, { default: words.initial ?? '' }),
		read: (value, place) => {
			const name = plainText(value);
			if (name === '') return undefined;
			return (
				place.file(name) ??
				place.refuse(
					'FILE',
					`is ${quoted(name)}, but the item has no file under this name`,
					'Enter the name of the binary field that the node before puts out, often "data".',
				)
			);
		},
	};
}
