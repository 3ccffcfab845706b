import type { Session } from '../../exact/session';
import { attempt } from '../booking/attempt';
import { quoted, type BinaryFile } from '../field';
import { mismatch } from './fileContent';
import { cleanName, endingFor, endingOf, isFileName, LONGEST_NAME, named, tidy } from './fileName';
import { largestFile, megabytes } from './fileSize';

/** A file that was checked and can be sent. */
export interface PreparedFile {
	/** With its ending; absent when nobody named the file, which then gets the number of its entry. */
	name?: string;
	/** `.pdf`, in lower case; empty when it is not known. */
	ending: string;
	content: Buffer;
}

/** The fields that the file and its name were entered in, as the user sees them: `Options > File Name`. */
export interface FileLabels {
	file: string;
	name: string;
}

/**
 * Loads a file and checks it, before any call is made. Stops with PARAM_FORMAT when the chosen name can not be one,
 * and with FILE when the file can not be loaded, is empty, is larger than the site takes, or is not what its ending
 * says: a server's error page that was saved as a PDF must never stand behind a booking.
 */
export async function prepareFile(
	session: Session,
	file: BinaryFile,
	nameGiven: string | undefined,
	labels: FileLabels,
): Promise<PreparedFile> {
	const prepared = nameOf(session, file, nameGiven, labels.name);
	const content = await contentOf(session, file, labels.file);
	const wrong = mismatch(prepared.ending, content);
	if (wrong === undefined) return { ...prepared, content };
	return refuse(
		session,
		labels.file,
		`holds ${wrong.found} and not ${wrong.expected}, as ${quoted(prepared.name ?? prepared.ending)} says`,
		'The node before has probably put an error message where the file should be. Look at the file there, or give it a name with the ending that fits.',
	);
}

function nameOf(
	session: Session,
	{ name, mimeType }: BinaryFile,
	nameGiven: string | undefined,
	label: string,
): Omit<PreparedFile, 'content'> {
	if (nameGiven !== undefined && !isFileName(nameGiven)) {
		return session.fail({
			code: 'PARAM_FORMAT',
			message: `'${label}' is ${quoted(nameGiven)}`,
			description: `A file name has at most ${LONGEST_NAME} characters, none of \\ / < > : " | ? * and no line breaks.`,
		});
	}
	const clean = nameGiven === undefined ? cleanName(name) : tidy(nameGiven);
	const ending = endingOf(clean);
	if (ending !== undefined) return { name: named(clean.slice(0, -ending.length), ending), ending };
	const missing = endingFor(mimeType);
	return { name: clean === '' ? undefined : named(clean, missing), ending: missing };
}

async function contentOf(session: Session, file: BinaryFile, label: string): Promise<Buffer> {
	const loaded = await attempt(async () => await file.load());
	if ('error' in loaded) {
		return refuse(
			session,
			label,
			'names a file that n8n could not load',
			'n8n no longer has the file, or can not reach where it keeps it. Run the node that makes the file again.',
		);
	}
	const content = loaded.value;
	const most = largestFile(session.connection.baseUrl);
	if (content.length === 0) {
		return refuse(session, label, 'names an empty file', 'The file has 0 bytes.');
	}
	if (content.length <= most) return content;
	return refuse(
		session,
		label,
		`names a file of ${megabytes(content.length)}`,
		`On this site Exact Online takes files of up to ${megabytes(most)}. Make the file smaller, or split it.`,
	);
}

function refuse(session: Session, label: string, what: string, advice: string): never {
	return session.fail({
		code: 'FILE',
		message: `'${label}' ${what}`,
		description: `${advice} Nothing was sent to Exact Online.`,
	});
}
