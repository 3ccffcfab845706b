import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import { textOf } from '../exact/values/text';
import { existingFiles, type EntryFile } from '../kit/attaching';
import { choice } from '../kit/fields';
import type { Place } from './look';
import type { Polling } from './polling';
import type { Ready } from './records';
import { isForAll, isLimit, stopOf } from './stops';
import type { Noticed } from './watch';

/** Whether files come with each entry. */
export const includeFiles = choice(
	{
		label: 'Include Files',
		hint: 'Whether the files of each entry come with it; takes two more calls for 40 new entries',
	},
	[
		{
			name: 'Download',
			value: 'download',
			description: 'As binary data, up to five files of each entry; one more call for each file',
		},
		{ name: 'List', value: 'list', description: 'Their names, sizes and IDs' },
		{ name: 'None', value: 'none' },
	],
	'none',
);

/** The chosen value as a watch has it. */
export function filesAsked(chosen: 'download' | 'list' | 'none'): { files?: 'download' | 'list' } {
	return chosen === 'none' ? {} : { files: chosen };
}

/** More files of one entry than these are listed, but not downloaded: a poll has little time. */
const MOST_DOWNLOADS = 5;

/** Adds the files of entries to what is handed over. */
export async function addFiles(
	{ watch, division }: Place,
	noticed: readonly Noticed[],
	ready: readonly Ready[],
	polling: Polling,
): Promise<void> {
	const { files, documentColumn = '' } = watch;
	if (files === undefined || ready.length === 0) return;
	const entries = noticed.map(({ id, row }) => {
		const documentId = textOf(row[documentColumn]);
		return { entryId: id, ...(documentId === '' ? {} : { documentId }) };
	});
	const found = await existingFiles(polling.session, division, entries);
	for (const one of ready) {
		const mine = found.get(one.id)?.files ?? [];
		const list = mine.map(listed);
		one.json.files = list;
		if (files === 'download') one.binary = await contents(mine, list, division, polling);
	}
}

function listed({ id, documentId, name, size }: EntryFile): IDataObject {
	return { id, documentId, name, size };
}

/**
 * The content of files under the names `file_0`, `file_1`, ..., in the order of the list. A file that can not be had
 * says why in the list: it must not keep its entry, and all later ones, from the workflow.
 */
async function contents(
	files: readonly EntryFile[],
	list: readonly IDataObject[],
	division: number,
	{ session, keep }: Polling,
): Promise<IBinaryKeyData> {
	const binary: IBinaryKeyData = {};
	for (const [index, { name, url = '' }] of files.slice(0, MOST_DOWNLOADS).entries()) {
		const file = await session.download(url, division).catch(stopOf);
		if (!(file instanceof Error)) {
			binary[`file_${index}`] = await keep(file.content, name, file.mimeType);
		} else if (isLimit(file) || isForAll(file)) throw file;
		else Object.assign(list[index] ?? {}, { error: file.message });
	}
	return binary;
}
