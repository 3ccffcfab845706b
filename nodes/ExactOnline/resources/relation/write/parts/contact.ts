import type { Row } from '../../../../exact/source';
import { textOf } from '../../../../exact/values/text';
import { filled } from '../../../../kit/booking/draft/filled';
import { emailOf } from '../../../../kit/booking/master/checks';
import { differences } from '../../../../kit/booking/master/compare';
import type { Problem, Where } from '../../../../kit/booking/problems';
import { contact as record } from '../../../../records/contact';
import type { ContactInput } from '../fields';
import type { PartDraft } from './part';

/** A person is known by name; among several of the same name by email. */
export function contactPart(contact: ContactInput, where: Where, problems: Problem[]): PartDraft {
	const { firstName, lastName } = contact;
	const missing = firstName === undefined ? 'First Name' : 'Last Name';
	if (firstName === undefined || lastName === undefined) {
		const expected = 'Exact wants the first and the last name of a contact.';
		const what = 'is empty';
		problems.push({ code: 'PARAM_REQUIRED', where: [...where, missing], what, expected });
	}
	const body = filled({
		FirstName: firstName,
		LastName: lastName,
		Email: emailOf(contact.email, [...where, 'Email'], problems),
		Phone: contact.phone,
		Mobile: contact.mobile,
		JobTitleDescription: contact.jobTitle,
	});
	const same = (row: Row, ...columns: string[]) =>
		columns.every((column) => upper(row[column]) === upper(body[column]));
	return {
		kind: 'contacts',
		words: `contact ${firstName ?? ''} ${lastName ?? ''}`,
		body,
		among: (rows) => {
			const namesakes = rows.filter((row) => same(row, 'FirstName', 'LastName'));
			return namesakes.find((row) => same(row, 'Email')) ?? namesakes[0];
		},
		changes: (row) => differences(record, row, body),
		isMainContact: contact.isMain,
	};
}

function upper(value: unknown): string {
	return textOf(value).toUpperCase();
}
