import type { IDataObject } from 'n8n-workflow';

import { filled } from '../../../kit/booking/draft/filled';
import {
	checkExactNames,
	checkTwice,
	emailOf,
	type MasterDraft,
} from '../../../kit/booking/master';
import type { Problem } from '../../../kit/booking/problems';
import { contactOfRelation } from '../../../records/contact';
import type { PersonInputs } from './fields';

/** A person as it should be. */
export interface PersonDraft extends MasterDraft {
	/** Whether this person becomes the main contact of the relation. */
	isMain: boolean;
}

/** What was entered for one person. */
export interface Given {
	firstName: string | undefined;
	lastName: string | undefined;
	/** ID of the relation that a new one belongs to. */
	owner?: string;
	fields: PersonInputs;
	/** The name of the collection that the fields stand in, for messages. */
	label: string;
}

/** The columns that were given. What can not be right becomes a problem. */
export function personBody(given: Given, problems: Problem[]): IDataObject {
	const { firstName, lastName, owner, fields, label } = given;
	const { additionalExactFields: exact = {} } = fields;
	const own = filled({
		Account: owner,
		FirstName: firstName,
		MiddleName: fields.middleName,
		LastName: lastName,
		Initials: fields.initials,
		JobTitleDescription: fields.jobTitle,
		Email: emailOf(fields.email, [label, 'Email'], problems),
		Phone: fields.phone,
		Mobile: fields.mobile,
		BusinessPhone: fields.businessPhone,
		BusinessMobile: fields.businessMobile,
		Language: fields.language,
		EndDate: fields.endDate,
		Notes: fields.notes,
	});
	const where = [label, 'Additional Exact Fields'];
	checkExactNames(exact, contactOfRelation, where, problems);
	checkTwice(exact, own, where, problems);
	return { ...exact, ...own } as IDataObject;
}
