import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { RecordType } from '../../../records/record';
import type { OutputInputs } from '../../output';
import type { Draft } from '../pipeline';
import type { Problem, Where } from '../problems';
import { dayIn, differences } from './compare';

/** A master record as it should be: everything that is known before the first call that changes something. */
export interface MasterDraft extends Draft {
	record: RecordType;
	/** The columns that were given. */
	body: IDataObject;
	/** What a new one gets besides. */
	defaults: IDataObject;
	/** Columns that a later call brings about: one that is there has to agree in these as well. */
	effects?: IDataObject;
	/** The record as it stands in Exact; without, there is none yet. */
	found?: Row;
	/**
	 * What happens to a record that is there already, or that an earlier item of this run has made: it is changed, it is
	 * returned when it agrees, it is an error, or there will be one more.
	 */
	ifThere: 'update' | 'use' | 'fail' | 'add';
	/** The columns of `body` that tell it from others, and what they are in words: `code SALES`. */
	keys: readonly string[];
	keyWords: string;
	/** IDs of records that have the same key, and are others. */
	others?: readonly string[];
	/** What the output says in front of the record. */
	also: IDataObject;
	warnings: readonly string[];
	output: OutputInputs & { division: number };
}

/** What all drafts of an update have alike. */
export const asChange = {
	defaults: {},
	ifThere: 'update',
	keys: [],
	keyWords: '',
	also: {},
	warnings: [],
} as const;

/** What all drafts of a new record with a code have alike. */
export function asNew(code: string, ifThere: 'use' | 'fail') {
	return { ...asChange, ifThere, keys: ['Code'], keyWords: `code ${code}` } as const;
}

/** Holds a draft against the record that is there, and adds what *Preview* shows. `where` is the field of its key. */
export function finished<D extends MasterDraft>(draft: D, where: Where, isPreview: boolean): D {
	const problems = [...draft.problems, ...conflicts(draft, where)];
	if (!isPreview || problems.length > 0) return { ...draft, problems };
	return { ...draft, problems, preview: previewOf(draft) };
}

function conflicts(draft: MasterDraft, where: Where): Problem[] {
	const { record, found, ifThere, keyWords, effects } = draft;
	if (found === undefined || ifThere === 'update') return [];
	const points = pointsOf(record, found, readIn(found, { ...asked(draft), ...effects }));
	if (ifThere === 'use' && points.length === 0) return [];
	const what = `is taken: ${record.noun} ${named(found)} has ${keyWords}${listed(points)}`;
	return [{ code: 'CONFLICT', where, what, expected: adviceFor(ifThere) }];
}

/** The columns that a record can hold otherwise: its key is the same but for upper and lower case. */
export function asked({ body, keys }: MasterDraft): IDataObject {
	return Object.fromEntries(Object.entries(body).filter(([column]) => !keys.includes(column)));
}

/** What to do about a record that is there. */
export function adviceFor(ifThere: MasterDraft['ifThere']): string {
	return ifThere === 'use'
		? 'It is not changed by Create: use Update, or leave out what differs.'
		: "Use Update to change it, or choose another way under 'Options'.";
}

/** ` with name "Sales" instead of "Verkoop"` */
export function listed(points: readonly string[]): string {
	return points.length === 0 ? '' : `, with ${points.join(' and ')}`;
}

/** In which points a record is not what was asked for, each in words. */
export function pointsOf(record: RecordType, row: Row, body: IDataObject): string[] {
	return Object.entries(differences(record, row, body)).map(([column, value]) => {
		const { name, said } = wordsOf(record, column);
		return `${name} "${said(row[column])}" instead of "${said(value)}"`;
	});
}

/** A column as the output shows it: its name there, and how its values read. */
function wordsOf({ shows, columns }: RecordType, column: string) {
	const [name, shown] =
		Object.entries(shows).find(([, one]) => one.columns.join() === column) ?? [];
	const context = { division: 0, zone: { offsetMs: 0 }, today: '' };
	const said = (value: unknown) =>
		columns[column] === 'DateTime'
			? dayIn(value)
			: textOf(shown?.read({ [column]: value }, context) ?? value);
	return { name: name ?? column, said };
}

/** The columns of a body that were read of this row; what is rarely written is read later. */
function readIn(row: Row, body: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(body).filter(([column]) => column in row));
}

/** A record as messages name it: `SALES 'Sales' (ID ...)`. */
export function named(row: Row): string {
	return `${textOf(row.Code)} '${textOf(row.Description ?? row.FullName)}' (ID ${textOf(row.ID)})`;
}

/** What *Preview* shows: what would be sent, which is nothing where nothing differs. */
function previewOf(draft: MasterDraft): IDataObject {
	const { record, found, ifThere, body, defaults, effects = {}, also, warnings, output } = draft;
	const isNew = found === undefined;
	const later = differences(record, found ?? {}, effects);
	const changes = ifThere === 'update' && !isNew ? differences(record, found, body) : {};
	return {
		division: output.division,
		preview: true,
		what: record.noun,
		...also,
		...(isNew ? {} : { id: textOf(found.ID) }),
		isNew,
		isUpdated: !isNew && Object.keys({ ...changes, ...later }).length > 0,
		path: record.path,
		body: isNew ? { ...defaults, ...body } : changes,
		...(Object.keys(later).length === 0 ? {} : { afterwards: later }),
		...(warnings.length === 0 ? {} : { _warnings: [...warnings] }),
	};
}
